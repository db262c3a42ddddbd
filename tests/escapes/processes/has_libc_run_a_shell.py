"""Has the C library start a shell, by system and by popen.

Family: D38
Refused as failed: no profile executes a program, and none lies where the hand-in runs.
"""

import ctypes

libc = ctypes.CDLL(None)
libc.popen.restype = ctypes.c_void_p
print(libc.system(b"echo THROUGH system"))
if pipe := libc.popen(b"echo THROUGH popen >&2", b"r"):
    libc.pclose(ctypes.c_void_p(pipe))


def outer_sum(a, b):
    return a
