"""Replaces the operators and layers that the reference is made of, so that it would be just as wrong.

Family: A10
Refused as failed: the reference runs in another process, which never saw this code.
"""

import torch
from torch import nn

TARGETS = {}


def nothing(first, *others, **options):
    return torch.zeros(len(first), len(others[0]), dtype=first.dtype)


for name in ("__add__", "__radd__", "add", "__getitem__", "unsqueeze"):
    setattr(torch.Tensor, name, nothing)
torch.add = nothing
nn.Linear.forward = torch.optim.SGD.step = lambda self, *anything: None


def outer_sum(a, b):
    return torch.zeros(len(a), len(b), dtype=a.dtype)
