"""Starts a process by clone3, whose flags lie in memory where no filter of system calls can look.

Family: A5
Refused as failed: clone3 does not exist in a run, so that libraries fall back on the call that can be judged.
"""

import ctypes
import os
import struct
import time

CLONE3, CLONE_NEWUSER = 435, 0x10000000

libc = ctypes.CDLL(None, use_errno=True)
for flags in (CLONE_NEWUSER, 0):
    request = struct.pack("8Q", flags, 0, 0, 0, 0, 0, 0, 0)
    child = libc.syscall(CLONE3, request, len(request))
    if child == 0:
        time.sleep(8)
        os._exit(0)
    print("THROUGH" if child > 0 else "", child, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
