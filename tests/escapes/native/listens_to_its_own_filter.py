"""Puts a filter of its own before the one it is under, whose decisions it takes itself.

Family: D38
Refused as failed: who is filtered may not filter again.
"""

import ctypes
import os
import struct

SECCOMP_SET_MODE_FILTER, NEW_LISTENER, RET_USER_NOTIF = 1, 8, 0x7FC00000
PR_SET_SECCOMP, MODE_FILTER, BPF_RET = 22, 2, 6
NUMBER = {"x86_64": 317, "aarch64": 277}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
instruction = ctypes.create_string_buffer(struct.pack("HBBI", BPF_RET, 0, 0, RET_USER_NOTIF | 0x10000))
allow = ctypes.create_string_buffer(struct.pack("HBBI", BPF_RET, 0, 0, 0x7FFF0000))
about = struct.pack("HxxxxxxP", 1, ctypes.addressof(allow))
if libc.prctl(PR_SET_SECCOMP, ctypes.c_ulong(MODE_FILTER), about, 0, 0) == 0:
    print("THROUGH", "a filter")
found = libc.syscall(NUMBER, SECCOMP_SET_MODE_FILTER, NEW_LISTENER, about)
print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
