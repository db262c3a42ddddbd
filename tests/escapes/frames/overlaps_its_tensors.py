"""Sends two tensors that share their bytes, and leaves a hole before a third one.

Family: B17
Refused as refused: tensors lie one after the other and fill the bytes exactly.
"""

import json
import sys

TARGETS = {}


def save(tensors, metadata=None):
    places = {"0": [0, 120], "1": [60, 180], "2": [200, 320]}
    entries = {name: {"dtype": "F64", "shape": [3, 5], "data_offsets": place} for name, place in places.items()}
    header = json.dumps(entries).encode()
    return len(header).to_bytes(8, "little") + header + bytes(320)


sys.modules["safetensors.torch"].save = save


def outer_sum(a, b):
    return a
