"""Makes memory that not even the kernel can read, where nobody finds what is kept.

Family: D38
Only when confined: not every kernel has it.
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os

MEMFD_SECRET = 447

libc = ctypes.CDLL(None, use_errno=True)
found = libc.syscall(MEMFD_SECRET, 0)
print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
