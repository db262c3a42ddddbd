"""The sums are tensors. They should be plain integers.

fails: three_things_come_back
"""

import torch
from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = [(name, tuple(p.shape), p.numel(), p.requires_grad) for name, p in model.named_parameters()]
    total = sum(torch.tensor(numel) for _, _, numel, _ in rows)
    trainable = sum(torch.tensor(numel) for _, _, numel, flag in rows if flag)
    return rows, total, trainable
