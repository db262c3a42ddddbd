"""Sends a tensor of one element with the size and the strides of one that reaches terabytes beyond it.

Family: B17
Refused as failed or refused: strides belong to inputs, and are not followed in what comes back.
"""

import sys

import torch

from tutor.observation import encode

TARGETS = {}


def strided(value):
    node, raw = encode({"table": torch.zeros(1, dtype=torch.float64), "inputs that changed": []})
    node["dict"][0][1] |= {"size": [1 << 40, 5], "strides": [1 << 40, 0]}
    return node, raw


sys.modules["tutor.sandbox.run"].encode = strided


def outer_sum(a, b):
    return a
