"""Sends a tensor without elements whose other dimensions are as large as a 64-bit number can be.

Family: B17
Refused as failed or refused: no element is no table.
"""

import json
import sys

TARGETS = {}


def save(tensors, metadata=None):
    header = json.dumps({"0": {"dtype": "F64", "shape": [0, (1 << 62) - 1, 1], "data_offsets": [0, 0]}}).encode()
    return len(header).to_bytes(8, "little") + header


sys.modules["safetensors.torch"].save = save


def outer_sum(a, b):
    return a
