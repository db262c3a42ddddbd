"""Makes a process whose parent is the grader's own, by the flag CLONE_PARENT, to go on after the run.

Family: A5
Refused as failed: one process is all there is, and where there may be more they end with the first of their namespace.
"""

import ctypes
import os
import signal
import time

CLONE_PARENT = 0x8000
NUMBER = {"x86_64": 56, "aarch64": 220}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
child = libc.syscall(NUMBER, ctypes.c_ulong(CLONE_PARENT | signal.SIGCHLD), None, None, None, None)
if child == 0:
    time.sleep(8)
    os._exit(0)
print(child, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
