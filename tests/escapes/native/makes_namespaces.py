"""Makes itself the root of new namespaces, and therein of a network, of mounts and of processes.

Family: D38
Only when confined: many systems let only root do so.
Refused as failed: seccomp refuses the call, and the flags of the one that forks.
"""

import ctypes
import faulthandler
import os

NAMESPACES = {"user": 0x10000000, "mount": 0x20000, "network": 0x40000000, "processes": 0x20000000, "time": 0x80}

libc = ctypes.CDLL(None, use_errno=True)
faulthandler.cancel_dump_traceback_later()  # ends the one other thread, with which no user namespace may be entered
for name, flag in NAMESPACES.items():
    answer = libc.unshare(flag)
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()), name)


def outer_sum(a, b):
    return a
