"""Means and biased variances of the ranks are averaged, for the output and for the running statistics. Their distance
is missing.

fails: the_output_is_that_of_one_big_batch
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
    rows = x.transpose(0, 1).flatten(1)
    statistics = torch.stack([rows.mean(dim=1), rows.var(dim=1, unbiased=False)])
    dist.all_reduce(statistics)
    mean, var = statistics / dist.get_world_size()
    running_mean.lerp_(mean, momentum)
    running_var.lerp_(var, momentum)
    shape = [-1] + [1] * (x.dim() - 2)
    mean, var, weight, bias = (tensor.reshape(shape) for tensor in (mean, var, weight, bias))
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
