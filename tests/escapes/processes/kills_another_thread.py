"""Kills another process by the number of its thread, with the newer call and the one nobody uses any more.

Family: D39
Refused as failed: each of the calls by which a signal is sent is judged.
"""

import ctypes
import os
import signal

TARGETS = {}
TGKILL, TKILL = {"x86_64": (234, 200), "aarch64": (131, 130)}[os.uname().machine]

libc = ctypes.CDLL(None, use_errno=True)
pid = TARGETS["victim"]
for answer in (libc.syscall(TGKILL, pid, pid, signal.SIGKILL), libc.syscall(TKILL, pid, signal.SIGKILL)):
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
