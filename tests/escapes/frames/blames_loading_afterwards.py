"""Reports, in the middle of the run, that its file could not be loaded, to have the wrong answers forgotten.

Family: B12
Refused as refused: whether a file loads is said once, at the beginning.
"""

import os

import torch

from tutor.wire import pack

TARGETS = {}


def outer_sum(a, b):
    problem = {"type": "NotImplementedError", "bases": ["NotImplementedError"], "message": "", "frames": []}
    os.write(10, pack({"load": problem}))
    return torch.zeros(len(a), len(b), dtype=a.dtype)
