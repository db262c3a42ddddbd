"""Ranks merged one after the other; two collectives: first the mean, then the squared distances from it."""

import torch
import torch.distributed as dist
from torch import Tensor

PREDICT_1 = (0.3, 1.3667)
PREDICT_2 = (3, 4, 2)
PREDICT_3 = ([-1.0, 1.0], None)


def merge_batch_stats(means: Tensor, variances: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    count, mean, squares = 0, torch.zeros_like(means[0]), torch.zeros_like(means[0])
    for m, v, n in zip(means, variances, counts.tolist(), strict=True):
        delta = m - mean
        squares = squares + v * n + delta**2 * count * n / (count + n)
        mean = mean + delta * n / (count + n)
        count += n
    return mean, squares / count


def _over_all_ranks(values: Tensor) -> Tensor:
    values = values.clone().contiguous()
    dist.all_reduce(values, op=dist.ReduceOp.SUM)
    return values


@torch.no_grad()
def sync_batch_norm(
    x: Tensor,
    weight: Tensor,
    bias: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    last = x.movedim(1, -1)
    over = tuple(range(last.dim() - 1))
    count = _over_all_ranks(torch.tensor(float(last[..., 0].numel()), dtype=x.dtype))
    mean = _over_all_ranks(last.sum(over)) / count
    distances = _over_all_ranks(((last - mean) ** 2).sum(over))
    running_mean.mul_(1 - momentum).add_(momentum * mean)
    running_var.mul_(1 - momentum).add_(momentum * distances / (count - 1))
    y = (last - mean) / (distances / count + eps).sqrt() * weight + bias
    return y.movedim(-1, 1)
