"""Sends a tensor that claims 2**62 rows, so that the size in bytes overflows to the few that are there.

Family: B17
Refused as refused: sizes are multiplied with care.
"""

import json
import sys

TARGETS = {}


def save(tensors, metadata=None):
    header = json.dumps({"0": {"dtype": "F64", "shape": [1 << 62, 4], "data_offsets": [0, 0]}}).encode()
    return len(header).to_bytes(8, "little") + header


sys.modules["safetensors.torch"].save = save


def outer_sum(a, b):
    return a
