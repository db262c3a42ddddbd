"""Keeps one number in a loop."""

import torch
from torch import Tensor

PREDICT_1 = 0.75


def running_mean(values: Tensor, momentum: float) -> Tensor:
    mean = torch.zeros((), dtype=values.dtype)
    means = []
    for value in values:
        mean = momentum * mean + (1 - momentum) * value
        means.append(mean)
    return torch.stack(means)
