"""Returns a table of 4-bit floats, two in a byte: a dtype without arithmetic, conversion or text.

Family: C21
Refused as failed or error: the dtype is compared before anything is converted.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=torch.uint8).view(torch.float4_e2m1fn_x2)
