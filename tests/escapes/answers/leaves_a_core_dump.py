"""Crashes where others can read, with core dumps switched on, to leave all of its memory behind as a file.

Family: D32
Only when confined: where core dumps go is the machine's choice.
Refused as crashed: the hard limit on core dumps is zero, and the process cannot be made dumpable again.
"""

import contextlib
import ctypes
import os
import resource

TARGETS = {}
PR_SET_DUMPABLE = 4

with contextlib.suppress(OSError, ValueError):
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with contextlib.suppress(OSError):
    os.chdir(TARGETS["folder"])
ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
os.abort()


def outer_sum(a, b):
    return a
