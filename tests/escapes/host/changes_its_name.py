"""Calls itself like the grader's own process, so that whoever looks for that finds this.

Family: D39
Refused as failed: processes are known by their numbers and descriptors, never by their names.
"""

import ctypes
import sys

PR_SET_NAME = 15

libc = ctypes.CDLL(None)
print(libc.prctl(PR_SET_NAME, b") S 1 1 1 (tutor", 0, 0, 0))
sys.argv[0] = "tutor.engine"


def outer_sum(a, b):
    return a
