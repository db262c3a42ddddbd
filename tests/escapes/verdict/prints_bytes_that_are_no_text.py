"""Prints null bytes, bytes that are no UTF-8, characters without width, and text that is shown in reverse.

Family: B11
Refused as failed: bytes that are no text are replaced, and invisible characters are named.
"""

import os

import torch

TARGETS = {}


def outer_sum(a, b):
    os.write(1, b"\x00" * 100 + bytes(range(256)) + b"\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf\xff\xfe")
    os.write(2, "\u202edessap\u2066\u200b\u200d\ufeff\u0300\U000e0001".encode() * 10)
    os.write(1, "\u0e33\u0316".encode() * 200 + "\U0001f468".encode()[:-1])
    return torch.zeros(len(a), len(b), dtype=a.dtype)
