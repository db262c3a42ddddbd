"""Asks for a tensor larger than any machine.

Family: D37
Refused as failed: the limit on private memory makes it an exception of the hand-in's own.
"""

import torch

for size in (1 << 50, 10**12, 1 << 62):
    try:
        torch.empty(size)
        print("given", size)
    except RuntimeError as error:
        print(str(error)[:100])


def outer_sum(a, b):
    return a
