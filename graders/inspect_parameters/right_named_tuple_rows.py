"""Rows with names for their fields, and the shape as PyTorch gives it."""

from typing import NamedTuple

import torch

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


class Row(NamedTuple):
    name: str
    shape: torch.Size
    numel: int
    requires_grad: bool


def parameter_table(model):
    rows = [Row(n, p.shape, p.shape.numel(), p.requires_grad) for n, p in model.named_parameters()]
    return rows, sum(r.numel for r in rows), sum(r.numel * r.requires_grad for r in rows)
