"""Leaves a message in a queue of the kernel, by a name that is in no folder.

Family: D34
Refused as failed: seccomp refuses the call, and the limit on such queues is zero.
"""

import ctypes
import os

TARGETS = {}

libc = ctypes.CDLL("librt.so.1", use_errno=True)
name = f"/{TARGETS['mark']}".encode()
queue = libc.mq_open(name, os.O_CREAT | os.O_RDWR, 0o666, None)
print("THROUGH" if queue >= 0 else os.strerror(ctypes.get_errno()), queue)
if queue >= 0:
    libc.mq_unlink(name)


def outer_sum(a, b):
    return a
