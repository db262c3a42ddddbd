"""Sets up io_uring, whose requests are carried out by the kernel and never pass a filter of system calls.

Family: D38
Only when confined: many systems switch io_uring off.
Refused as failed: seccomp refuses the call that sets it up.
"""

import ctypes
import os

IO_URING_SETUP = 425

libc = ctypes.CDLL(None, use_errno=True)
ring = libc.syscall(IO_URING_SETUP, 8, ctypes.create_string_buffer(120))
print("THROUGH" if ring >= 0 else os.strerror(ctypes.get_errno()), ring)


def outer_sum(a, b):
    return a
