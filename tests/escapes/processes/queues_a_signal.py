"""Sends a signal with a value, by the call that lets its sender say who it claims to be.

Family: D39
Refused as failed: each of the calls by which a signal is sent is judged.
"""

import ctypes
import os
import signal

TARGETS = {}
NUMBER = {"x86_64": 129, "aarch64": 138}[os.uname().machine]
SI_QUEUE = -1

libc = ctypes.CDLL(None, use_errno=True)
about = (ctypes.c_int * 32)(signal.SIGTERM, 0, SI_QUEUE)
if libc.syscall(NUMBER, TARGETS["victim"], signal.SIGTERM, about) == 0:
    print("THROUGH", "queued")
print(os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
