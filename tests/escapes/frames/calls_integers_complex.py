"""Says of a tensor of integers that it is complex, of one with three columns, and of the table itself.

Family: B17
Refused as refused: what cannot be viewed as complex is no complex tensor.
"""

import sys

import torch

from tutor.observation import encode

TARGETS = {}


def complex_integers(value):
    node, raw = encode({"table": torch.zeros(3, 5, 3, dtype=torch.int64)})
    node["dict"][0][1]["complex"] = True
    return node, raw


sys.modules["tutor.sandbox.run"].encode = complex_integers


def outer_sum(a, b):
    return a
