"""Sends tensors whose header claims to be longer than all that follows, by more than memory could hold.

Family: B17
Refused as refused: a header ends before the bytes do.
"""

import sys

TARGETS = {}

sys.modules["safetensors.torch"].save = lambda tensors, metadata=None: b"\xff" * 7 + b"\x7f" + b"{}"


def outer_sum(a, b):
    return a
