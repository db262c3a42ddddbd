"""Sends dicts whose keys are lists, objects and infinities, and whose entries are no pairs.

Family: B17
Refused as refused: a key is text or a number, and an entry has two parts.
"""

import sys

TARGETS = {}

dicts = iter([[[[1], 2]], [[{"a": 1}, 2]], [["a"]], "ab", {"a": 1}])
sys.modules["tutor.sandbox.run"].encode = lambda value: ({"dict": next(dicts)}, b"")


def outer_sum(a, b):
    return a
