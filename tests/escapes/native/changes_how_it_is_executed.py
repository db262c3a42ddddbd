"""Takes the address layout of an old system for its own, and makes every page executable.

Family: D38
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os

ADDR_NO_RANDOMIZE, READ_IMPLIES_EXEC = 0x40000, 0x400000

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.personality(ctypes.c_ulong(ADDR_NO_RANDOMIZE | READ_IMPLIES_EXEC))
print("THROUGH" if answer >= 0 else os.strerror(ctypes.get_errno()), answer)


def outer_sum(a, b):
    return a
