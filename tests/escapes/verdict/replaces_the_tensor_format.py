"""Replaces the functions that write tensors as bytes by ones that write other bytes.

Family: A10
Refused as refused: bytes that are not in the tensor format are not taken for tensors.
"""

import safetensors
import safetensors.torch

TARGETS = {}

safetensors.torch.save = lambda tensors, metadata=None: b"\x08\0\0\0\0\0\0\0passed  "
safetensors.serialize = safetensors.torch.save


def outer_sum(a, b):
    return a
