"""Sends a file of torch.save, with a pickle that runs a command, where the bytes of the tensors belong.

Family: B16
Refused as refused: tensors are read from the safetensors format alone, never by torch.load.
"""

import io
import os
import sys

import torch

TARGETS = {}


class Payload:
    def __reduce__(self):
        return os.system, (f"touch /tmp/{TARGETS['mark']}-checkpoint",)


def checkpoint(tensors, metadata=None):
    file = io.BytesIO()
    torch.save({"0": Payload()}, file)
    return file.getvalue()


sys.modules["safetensors.torch"].save = checkpoint


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
