"""Describes an exception by everything that it is not: numbers, lists, huge names, negative lines.

Family: B17
Refused as refused: each part of a description has one type.
"""

import sys

TARGETS = {}

frame = {"line": -(10**30), "function": ["<b>"], "source": {"\n": "\x1b[2J"}, "column": True, "end_column": 1.5}
strange = {"type": ["passed"], "bases": [1, None, {}, "x" * 100_000], "message": [[]] * 1000, "frames": [frame] * 50}
sys.modules["tutor.sandbox.run"].describe = lambda error, file: strange


def outer_sum(a, b):
    raise ValueError
