"""Announces a large frame and lets the frames of the harness fill it, so that they are taken for its bytes.

Family: B17
Refused as crashed: what is swallowed never arrives, and a run without its frames is not finished.
"""

import os
import struct

import torch

TARGETS = {}

os.write(10, struct.pack("<4sIQ", b"TUT1", 2, 1 << 24) + b"{}")


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
