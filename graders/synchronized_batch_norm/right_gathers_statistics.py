"""Sums of squares less the squared mean; all_gather of each rank's statistics, merged with the first function."""

import torch
import torch.distributed as dist

PREDICT_1 = (0.3, 1.3667)
PREDICT_2 = (3, 4, 2)
PREDICT_3 = ([-1.0, 1.0], None)


def merge_batch_stats(means, variances, counts):
    n = counts[:, None].to(means.dtype)
    total = n.sum()
    mean = (n * means).sum(0) / total
    second = (n * (variances + means**2)).sum(0) / total
    return mean, second - mean**2


def sync_batch_norm(x, weight, bias, running_mean, running_var, momentum=0.1, eps=1e-5):
    dims = [d for d in range(x.ndim) if d != 1]
    local_mean = x.mean(dims)
    local_var = x.var(dims, unbiased=False)
    local_count = torch.tensor([x.numel() // x.size(1)])
    world = dist.get_world_size()
    means = [torch.empty_like(local_mean) for _ in range(world)]
    variances = [torch.empty_like(local_var) for _ in range(world)]
    counts = [torch.empty_like(local_count) for _ in range(world)]
    dist.all_gather(means, local_mean)
    dist.all_gather(variances, local_var)
    dist.all_gather(counts, local_count)
    mean, var = merge_batch_stats(torch.stack(means), torch.stack(variances), torch.cat(counts))
    n = int(sum(counts))
    running_mean[:] = (1 - momentum) * running_mean + momentum * mean
    running_var[:] = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    view = (1, -1) + (1,) * (x.ndim - 2)
    scale = weight * torch.rsqrt(var + eps)
    return x * scale.view(view) + (bias - mean * scale).view(view)
