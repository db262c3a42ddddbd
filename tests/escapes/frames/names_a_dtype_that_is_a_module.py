"""Sends a dtype by names that PyTorch resolves by importing a module on first use, which takes seconds.

Family: B17
Refused as refused: a dtype is looked up among the dtypes.
"""

import sys

TARGETS = {}

sys.modules["tutor.sandbox.run"].encode = lambda value: ({"dtype": "torch._inductor"}, b"")


def outer_sum(a, b):
    return a
