"""Asks the kernel by its newest calls which file systems are mounted where, without any /proc.

Family: D38
Only when confined: older kernels do not have these calls.
Refused as failed: a call that is not on the list of allowed ones does not exist.
"""

import ctypes
import os
import struct

LISTMOUNT, LSMT_ROOT = 458, 0xFFFFFFFFFFFFFFFF

libc = ctypes.CDLL(None, use_errno=True)
request = struct.pack("=IIQQ", 24, 0, LSMT_ROOT, 0)
found = (ctypes.c_uint64 * 100)()
count = libc.syscall(LISTMOUNT, request, found, 100, 0)
if count > 0:
    print("THROUGH", count, "mounts", found[:count])
else:
    print(os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
