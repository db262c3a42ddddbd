"""Sends each frame twice, so that the good answer to an easy case would count for the next one too.

Family: B12
Refused as refused: a case is answered once, in the order of the cases.
"""

import sys

import torch

TARGETS = {}

zygote = sys.modules["tutor.sandbox.zygote"]
pack = zygote.pack
zygote.pack = lambda body, raw=b"": pack(body, raw) * (2 if "case" in body else 1)


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
