"""Writes every mean as one weighted sum."""

import torch

PREDICT_1 = 0.75


def running_mean(values, momentum):
    n = torch.arange(len(values))
    age = n[:, None] - n
    weights = torch.where(
        age >= 0, (1 - momentum) * torch.tensor(momentum, dtype=values.dtype) ** age.clamp(min=0), 0.0
    )
    return weights.to(values.dtype) @ values
