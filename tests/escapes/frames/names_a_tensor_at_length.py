"""Sends observations whose errors would quote at length what they did not find: the name of a tensor that is not there.

Family: B17
Refused as refused: an error names only the beginning of what it found.
"""

import sys

TARGETS = {}

sys.modules["tutor.sandbox.run"].encode = lambda value: ({"tensor": "\x1b" * 100_000, "on": "cpu"}, b"")


def outer_sum(a, b):
    return a
