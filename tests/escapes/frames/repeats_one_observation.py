"""Encodes the same tensor once and names it ten thousand times, so that it is decoded ten thousand times.

Family: B17
Refused as refused: each tensor belongs to one observation.
"""

import sys

import torch

from tutor.observation import encode

TARGETS = {}

node, raw = encode({"table": torch.zeros(500_000, dtype=torch.float64)})
tensor = node["dict"][0][1]
sys.modules["tutor.sandbox.run"].encode = lambda value: ({"dict": [["table", {"list": [tensor] * 10_000}]]}, raw)


def outer_sum(a, b):
    return a
