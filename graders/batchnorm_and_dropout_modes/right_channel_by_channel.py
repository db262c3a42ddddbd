"""A loop over the channels, stacked at the end."""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 4.0]
PREDICT_2 = [2.0, 4.0, 6.0]


def batch_norm(
    x: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    weight: Tensor,
    bias: Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    if training and x[:, 0].numel() == 1:
        raise ValueError("a channel needs two values or more")
    results = []
    for c in range(x.shape[1]):
        channel = x[:, c].to(weight.dtype)
        if training:
            var, mean = torch.var_mean(channel, correction=0)
            with torch.no_grad():
                running_mean[c] = (1 - momentum) * running_mean[c] + momentum * mean
                running_var[c] = (1 - momentum) * running_var[c] + momentum * channel.var()
        else:
            mean, var = running_mean[c], running_var[c]
        results.append((channel - mean) / (var + eps).sqrt() * weight[c] + bias[c])
    return torch.stack(results, dim=1).to(x.dtype)
