"""Starts a process in namespaces of its own, by the flags of the call that forks.

Family: D38
Only when confined: many systems let only root do so.
Refused as failed: the flags of the one call that forks are judged, and its successor does not exist.
"""

import ctypes
import os
import signal

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
NUMBER = {"x86_64": 56, "aarch64": 220}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
for flags in (CLONE_NEWUSER, CLONE_NEWUSER | CLONE_NEWNET):
    child = libc.syscall(NUMBER, ctypes.c_ulong(flags | signal.SIGCHLD), None, None, None, None)
    if child == 0:
        os._exit(0)
    print("THROUGH" if child > 0 else os.strerror(ctypes.get_errno()), child)


def outer_sum(a, b):
    return a
