"""Handles its own page faults, by which a thread can hold the kernel still in the middle of a copy.

Family: D38
Only when confined: some systems let only root do so.
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os

USER_MODE_ONLY = 1
NUMBER = {"x86_64": 323, "aarch64": 282}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
for flags in (0, USER_MODE_ONLY):
    found = libc.syscall(NUMBER, os.O_CLOEXEC | flags)
    print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
