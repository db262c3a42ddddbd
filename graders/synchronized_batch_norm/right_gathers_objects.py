"""torch.average-like weights by einsum; Python objects gathered, and F.batch_norm in eval mode with the merged numbers."""

import torch
import torch.distributed as dist
import torch.nn.functional as F

PREDICT_1 = (0.3, 1.3667)
PREDICT_2 = (3, 4, 2)
PREDICT_3 = ([-1.0, 1.0], None)


def merge_batch_stats(means, variances, counts):
    share = (counts / counts.sum()).to(means.dtype)
    mean = torch.einsum("r,rc->c", share, means)
    within = torch.einsum("r,rc->c", share, variances)
    between = torch.einsum("r,rc->c", share, (means - mean).square())
    return mean, within + between


def sync_batch_norm(x, weight, bias, running_mean, running_var, momentum=0.1, eps=1e-5):
    mine = []
    for channel in range(x.shape[1]):
        values = x[:, channel].double()
        mine.append((values.numel(), values.sum().item(), values.pow(2).sum().item()))
    everyone = [None] * dist.get_world_size()
    dist.all_gather_object(everyone, mine)
    means, variances = [], []
    for channel in range(x.shape[1]):
        n = sum(rank[channel][0] for rank in everyone)
        mean = sum(rank[channel][1] for rank in everyone) / n
        var = sum(rank[channel][2] for rank in everyone) / n - mean * mean
        means.append(mean)
        variances.append(var)
        running_mean[channel] += momentum * (mean - running_mean[channel])
        running_var[channel] += momentum * (var * n / (n - 1) - running_var[channel])
    mean = torch.tensor(means, dtype=x.dtype)
    var = torch.tensor(variances, dtype=x.dtype)
    return F.batch_norm(x, mean, var, weight, bias, training=False, eps=eps)
