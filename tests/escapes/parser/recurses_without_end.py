"""Raises the limit on recursion and calls itself until the stack of the process ends.

Family: D35
Refused as crashed or out_of_memory or timeout: a process that overflows its stack ends alone.
"""

import sys

TARGETS = {}

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])


def outer_sum(a, b):
    return Deep().table
