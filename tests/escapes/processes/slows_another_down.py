"""Gives another process the lowest priority there is, for the processor and for the disk.

Family: D39
Refused as failed: no profile sets priorities, not even its own.
"""

import ctypes
import os

TARGETS = {}
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}[os.uname().machine]
IOPRIO_WHO_PROCESS, IDLE = 1, 3 << 13

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(IOPRIO_SET, IOPRIO_WHO_PROCESS, TARGETS["victim"], IDLE) == 0:
    print("THROUGH", "the disk")
try:
    os.setpriority(os.PRIO_PROCESS, TARGETS["victim"], 19)
    print("THROUGH", "the processor")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
