"""Loads a module into the kernel, and a kernel in place of the one that runs.

Family: D38
Only when confined: the kernel lets only root do so.
Refused as failed: no right to is held, and a call that is not on the list does not exist.
"""

import ctypes
import os

NUMBERS = {"x86_64": (175, 313, 246, 320), "aarch64": (105, 273, 104, 294)}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
for number in NUMBERS:
    answer = libc.syscall(number, 0, 0, b"", 0, 0)
    print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), number)


def outer_sum(a, b):
    return a
