"""Mounts a file of its own over another's, in namespaces of its own, and leaves a process in them.

Family: D34
Only when confined: many systems let only root do so.
Refused as failed: seccomp refuses both calls.
"""

import ctypes
import faulthandler
import os
from pathlib import Path

TARGETS = {}
CLONE_NEWUSER, CLONE_NEWNS, MS_BIND = 0x10000000, 0x20000, 0x1000

libc = ctypes.CDLL(None, use_errno=True)
faulthandler.cancel_dump_traceback_later()
entered = libc.unshare(CLONE_NEWUSER | CLONE_NEWNS)
source, target = (TARGETS[name].encode() for name in ("other_hand_in", "victim_file"))
if libc.mount(source, target, None, ctypes.c_ulong(MS_BIND), None) == 0:
    print("THROUGH", Path(TARGETS["victim_file"]).read_text())
print(entered, os.strerror(ctypes.get_errno()))


def outer_sum(a, b):
    return a
