"""Asks whether it shares memory and files with another process, which tells kernel addresses apart.

Family: D38
Only when confined: where Yama is on, or the kernel lacks it, it is refused too.
Refused as failed: seccomp refuses the call.
"""

import ctypes
import os

TARGETS = {}
KCMP_FILE = 0
NUMBER = {"x86_64": 312, "aarch64": 272}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
found = libc.syscall(NUMBER, os.getpid(), TARGETS["victim"], KCMP_FILE, 0, 0)
print("THROUGH" if found >= 0 else os.strerror(ctypes.get_errno()), found)


def outer_sum(a, b):
    return a
