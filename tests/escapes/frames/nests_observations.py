"""Sends observations nested deeper than the encoding ever goes, of dicts in named tuples in lists.

Family: B17
Refused as refused: values are nested up to a limit.
"""

import sys

TARGETS = {}

node = 0
for _ in range(5):
    node = {"named": [["x"], [{"list": [{"dict": [["x", node]]}]}]]}
sys.modules["tutor.sandbox.run"].encode = lambda value: ({"dict": [["table", node]]}, b"")


def outer_sum(a, b):
    return a
