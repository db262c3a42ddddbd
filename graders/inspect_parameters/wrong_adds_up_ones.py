"""The elements are counted by adding up ones. On the meta device tensors have no values;
the number of elements follows from the shape.

fails: values_are_not_needed
"""

import torch
from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [
        (name, tuple(p.shape), int(torch.ones_like(p, dtype=torch.int64).sum()), p.requires_grad)
        for name, p in model.named_parameters()
    ]
    total = sum(numel for _, _, numel, _ in rows)
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
