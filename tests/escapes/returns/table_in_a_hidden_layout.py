"""Returns the table in the layout of an accelerator library, whose strides nobody else can follow.

Family: C21
Refused as failed or error: only a strided tensor has values that travel.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    return torch.zeros(len(a), len(b)).to_mkldnn()
