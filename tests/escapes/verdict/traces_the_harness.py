"""Installs a trace function in the frames that called it and overwrites what the harness has observed.

Family: A7
Refused as failed: the harness holds observations only, so there is no verdict to overwrite.
"""

import sys

import torch

TARGETS = {}


class Equal:
    def __eq__(self, other):
        return True


def overwrite(frame, event, argument):
    for name in ("observed", "expected", "passed", "outcome", "verdict"):
        if name in frame.f_locals:
            frame.f_locals[name] = {"table": Equal(), "inputs that changed": []}
    return overwrite


def outer_sum(a, b):
    sys.settrace(overwrite)
    frame = sys._getframe()
    while frame is not None:
        frame.f_trace = overwrite
        frame = frame.f_back
    return torch.zeros(len(a), len(b), dtype=a.dtype)
