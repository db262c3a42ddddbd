"""Sends a list of unwritten functions that names its own and a hundred others, so that wrong values are not counted.

Family: B12
Refused as failed: what is unwritten is looked up before the hand-in runs.
"""

import sys

TARGETS = {}

names = ["outer_sum", *(f"function_{number}" * 50 for number in range(100))]
sys.modules["tutor.sandbox.run"].unwritten_names = lambda source: names


def outer_sum(a, b):
    return a
