"""Has its memory kept from being paged out, which takes it from everybody else.

Family: D37
Only when confined: how much may be locked is the machine's choice.
Refused as failed: no memory may be locked, and seccomp knows no such call.
"""

import ctypes
import os

MCL_CURRENT, MCL_FUTURE = 1, 2

libc = ctypes.CDLL(None, use_errno=True)
page = ctypes.create_string_buffer(8192)
for answer in (libc.mlock(page, ctypes.c_size_t(4096)), libc.mlockall(MCL_CURRENT | MCL_FUTURE)):
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
