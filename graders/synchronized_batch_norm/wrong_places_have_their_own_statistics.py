"""The statistics run over the examples only, and every place has its own. A channel has one mean over examples
and places.

fails: places_are_averaged_as_well
"""

import torch
import torch.distributed as dist
from torch import Tensor

PREDICT_1 = (0.3, 1.3667)
PREDICT_2 = (3, 4, 2)
PREDICT_3 = ([-1.0, 1.0], None)


def merge_batch_stats(means: Tensor, variances: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    shares = counts.unsqueeze(1)
    mean = (shares * means).sum(dim=0) / counts.sum()
    var = (shares * (variances + (means - mean) ** 2)).sum(dim=0) / counts.sum()
    return mean, var


def sync_batch_norm(
    x: Tensor,
    weight: Tensor,
    bias: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    sums = torch.stack([torch.ones_like(x), x, x**2]).sum(dim=1)
    dist.all_reduce(sums)
    count, total, squares = sums
    mean = total / count
    var = squares / count - mean**2
    over = tuple(range(1, mean.dim()))
    running_mean.lerp_(mean.mean(over) if over else mean, momentum)
    unbiased = var * count / (count - 1)
    running_var.lerp_(unbiased.mean(over) if over else unbiased, momentum)
    shape = [-1] + [1] * (x.dim() - 2)
    mean, var, weight, bias = (mean, var, weight.reshape(shape), bias.reshape(shape))
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
