"""Sends a tensor with negative dimensions whose product is the right number of bytes.

Family: B17
Refused as refused: the tensor format knows no negative number.
"""

import json
import sys

TARGETS = {}


def save(tensors, metadata=None):
    header = json.dumps({"0": {"dtype": "F64", "shape": [-3, -5], "data_offsets": [0, 120]}}).encode()
    return len(header).to_bytes(8, "little") + header + bytes(120)


sys.modules["safetensors.torch"].save = save


def outer_sum(a, b):
    return a
