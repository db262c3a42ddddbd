"""Means and variances are averaged, as if all ranks had the same count and the same mean.

fails: the_mean_is_weighted_by_the_counts
"""

import torch
import torch.distributed as dist
from torch import Tensor
from torch.nn import functional as F

PREDICT_1 = (0.3, 1.3667)
PREDICT_2 = (3, 4, 2)
PREDICT_3 = ([-1.0, 1.0], None)


def merge_batch_stats(means: Tensor, variances: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    return means.mean(dim=0), variances.mean(dim=0)


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
    sums = torch.stack([torch.ones_like(rows), rows, rows**2]).sum(dim=2)
    dist.all_reduce(sums)
    count, total, squares = sums
    mean = total / count
    var = squares / count - mean**2
    running_mean.lerp_(mean, momentum)
    running_var.lerp_(var * count / (count - 1), momentum)
    return F.batch_norm(x, mean, var, weight, bias, eps=eps)
