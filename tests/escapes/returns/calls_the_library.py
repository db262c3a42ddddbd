"""Calls the library's own function for outer operations, which gives the product and not the sum.

Family: C27
Refused as failed: the library is not forbidden here, and its answer is compared like any other.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    return torch.outer(a, torch.ones_like(b)) * torch.outer(torch.ones_like(a), b)
