"""Changes its root folder, and climbs out of the one it had with a folder kept open.

Family: D38
Only when confined: the kernel lets only root do so.
Refused as failed: seccomp refuses the calls, and no right to is held.
"""

import ctypes
import os

TARGETS = {}

libc = ctypes.CDLL(None, use_errno=True)
inside = next(path for path in ("/usr", "/lib") if os.path.isdir(path))
for answer in (libc.chroot(inside.encode()), libc.pivot_root(inside.encode(), inside.encode())):
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()))
os.chdir("../" * 20)
print(os.path.exists(TARGETS["secret_file"]) and libc.chroot(b"."))


def outer_sum(a, b):
    return a
