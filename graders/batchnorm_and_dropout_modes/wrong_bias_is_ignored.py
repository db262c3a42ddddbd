"""The output is normalized and weighted, but bias has no effect.

fails: eval_mode_uses_the_running_statistics
"""

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
    if training:
        mean, var = measured(x, running_mean.dtype)
        count = x.numel() // x.shape[1]
        with torch.no_grad():
            running_mean.lerp_(mean, momentum)
            running_var.lerp_(var * count / (count - 1), momentum)
    else:
        mean, var = running_mean, running_var
    shape = [-1] + [1] * (x.dim() - 2)
    mean, var, weight, bias = (tensor.reshape(shape) for tensor in (mean, var, weight, bias))
    return ((x - mean) / torch.sqrt(var + eps) * weight + 0.0 * bias).to(x.dtype)


def measured(x: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """The mean and the biased variance of every channel."""
    if x.numel() == x.shape[1]:
        raise ValueError(f"a shape of {tuple(x.shape)} has one value per channel, which has no variance")
    wide = x.to(dtype).transpose(0, 1).flatten(1)
    return wide.mean(dim=1), wide.var(dim=1, correction=0)
