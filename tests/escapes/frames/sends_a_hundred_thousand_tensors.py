"""Sends a hundred thousand tensors without elements beside the one that was asked for.

Family: B17
Refused as refused: there are no more tensors than the observations name.
"""

import json
import sys

TARGETS = {}

entries = {str(number): {"dtype": "F64", "shape": [0], "data_offsets": [0, 0]} for number in range(100_000)}
HEADER = json.dumps(entries).encode()
sys.modules["safetensors.torch"].save = lambda tensors: len(HEADER).to_bytes(8, "little") + HEADER


def outer_sum(a, b):
    return a
