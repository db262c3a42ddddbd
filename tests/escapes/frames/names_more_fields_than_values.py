"""Sends a named tuple with more names than values, and later with more values than names.

Family: B17
Refused as refused or failed: names and values are counted before they are paired.
"""

import sys

TARGETS = {}

tuples = iter([[["table", "passed"], [1]], [[], [1, 2]], [["a"] * 10_000, []], [["a", "a"], [1, 2]]] * 2)
run = sys.modules["tutor.sandbox.run"]
run.encode = lambda value: ({"dict": [["table", {"named": next(tuples)}]]}, b"")


def outer_sum(a, b):
    return a
