"""Opens the processor's counters, which tell what other processes and the kernel do.

Family: D38
Only when confined: many systems let only root do so, and virtual machines have none.
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os
import struct

TARGETS = {}
PERF_TYPE_SOFTWARE, PERF_COUNT_SW_TASK_CLOCK, EXCLUDE_KERNEL = 1, 1, 1 << 5
NUMBER = {"x86_64": 298, "aarch64": 241}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
about = struct.pack("IIQQQQQ", PERF_TYPE_SOFTWARE, 128, PERF_COUNT_SW_TASK_CLOCK, 0, 0, 0, EXCLUDE_KERNEL).ljust(
    128, b"\0"
)
for pid in (TARGETS["victim"], 0):
    found = libc.syscall(NUMBER, about, pid, -1, -1, 0)
    print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
