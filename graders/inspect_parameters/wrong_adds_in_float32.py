"""The sums are computed in float32, which has 24 bits: beyond 16 million it cannot tell neighbouring numbers apart.
Python's integers are exact.

fails: values_are_not_needed
"""

import torch
from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = int(torch.tensor([numel for _, _, numel, _ in rows], dtype=torch.float32).sum())
    trainable = sum(numel for _, _, numel, requires_grad in rows if requires_grad)
    return rows, total, trainable
