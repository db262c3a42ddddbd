"""Sends a second, forged run in the same breath as the frame that ends the honest one.

Family: B12
Refused as failed or refused: a run has nothing after its end; what comes after it is not read, or not taken.
"""

import sys

import torch

TARGETS = {}

zygote = sys.modules["tutor.sandbox.zygote"]
pack = zygote.pack


def with_more(body, raw=b""):
    more = pack({"loaded": True, "unwritten": []}) + pack({"finished": True}) if "finished" in body else b""
    return pack(body, raw) + more


zygote.pack = with_more


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
