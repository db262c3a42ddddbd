"""Attaches the bytes of tensors to frames that have none, and to the frame that ends the run.

Family: B17
Refused as refused: only observations have tensors.
"""

import sys

TARGETS = {}

zygote = sys.modules["tutor.sandbox.zygote"]
pack = zygote.pack
zygote.pack = lambda body, raw=b"": pack(body, raw or b"{}" * 1000)


def outer_sum(a, b):
    return a
