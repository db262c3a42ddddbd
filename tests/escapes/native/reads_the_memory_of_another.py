"""Copies memory out of another process, and into it, by the calls made for it.

Family: D32
Only when confined: where Yama is on, the kernel refuses it too.
Refused as failed: seccomp refuses the calls, and Landlock lets no run trace what is outside of it.
"""

import ctypes
import errno
import os
import struct

TARGETS = {}

libc = ctypes.CDLL(None, use_errno=True)
libc.process_vm_readv.restype = libc.process_vm_writev.restype = ctypes.c_ssize_t
ours = ctypes.create_string_buffer(4096)
here, there = struct.pack("PN", ctypes.addressof(ours), 4096), struct.pack("PN", 4096, 4096)
for who in ("victim", "judge", "engine", "worker"):
    for copy in (libc.process_vm_readv, libc.process_vm_writev):
        copy(TARGETS[who], here, 1, there, 1, 0)
        # "Bad address" is an answer about the other's memory: it would have been copied from a good one.
        print("THROUGH" if ctypes.get_errno() == errno.EFAULT else "", who, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
