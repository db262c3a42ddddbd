"""Makes pipes, as large as they come, and fills them: what is in a pipe belongs to no process.

Family: D37
Only when confined: it would use up what the kernel keeps of pipes for a user.
Refused as failed: open files times the size of a pipe is little, and a pipe cannot be made larger.
"""

import fcntl
import os

held = 0
try:
    while held < 512 << 20:
        _, writer = os.pipe()
        try:
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 1 << 20)
        except OSError as error:
            print(error)
        os.set_blocking(writer, False)
        held += os.write(writer, bytes(1 << 20))
    print("THROUGH", held >> 20, "MiB")
except OSError as error:
    print(held >> 20, "MiB,", error)


def outer_sum(a, b):
    return a
