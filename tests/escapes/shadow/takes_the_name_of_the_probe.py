"""Calls itself the probe, with a function for each probe there is, in the hope that it is called in its place.

Family: D33
Refused as failed: the probe was loaded before, and what it returns would be compared as well.
"""

import sys

TARGETS = {}

sys.modules["probe"] = sys.modules[__name__]
__name__ = "probe"
__file__ = "<probe>"


def table(hand_in, case):
    return {"table": True, "inputs that changed": []}


def outer_sum(a, b):
    return True
