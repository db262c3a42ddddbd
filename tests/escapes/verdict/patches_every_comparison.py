"""Replaces all functions of PyTorch that could compare a table with another one.

Family: A9
Refused as failed: the comparison is made in a process where nothing was replaced.
"""

import torch
import torch.testing

TARGETS = {}

for place, names in (
    (torch, ("allclose", "equal", "isclose", "eq", "all", "is_same_size")),
    (torch.testing, ("assert_close", "assert_allclose")),
    (torch.Tensor, ("__eq__", "__ne__", "__bool__", "allclose", "equal", "isclose", "all", "item")),
    (torch.autograd, ("gradcheck", "gradgradcheck")),
):
    for name in names:
        setattr(place, name, lambda *anything, **named: True)


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
