"""Batch norm over the batches of all processes: merging statistics, and a layer that does it with real ranks.

Read the lesson `synchronized_batch_norm`, then complete the functions and write down your predictions.
"""

import torch
import torch.distributed as dist
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two numbers with four decimals.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of three numbers, or a string.
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A tuple of a list of two numbers, and something else.
PREDICT_3 = ...


def merge_batch_stats(means: Tensor, variances: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    """The mean and variance of everything that R ranks have, from what each of them measured.

    means, variances: shape (R, C), float32 or float64, in any layout: for each rank the mean of every channel, and its
        biased variance, which divides by the count.
    counts: shape (R,), int64, 1 or more: how many values each rank has in every channel.
    Returns (mean, var), each of shape (C,), in the dtype of `means` and on its device: mean and biased variance of each
    channel over the values of all ranks, as if they were in one batch. Changes no input.
    See https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance#Parallel_algorithm
    """
    # TODO: weigh by the counts, and do not forget that the means differ.
    raise NotImplementedError


def sync_batch_norm(
    x: Tensor,
    weight: Tensor,
    bias: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """The training step of nn.SyncBatchNorm, called once on every rank of the default process group, on the CPU.

    x: the batch of this rank, (N, C) or (N, C, ...), float32 or float64, N of 1 or more. Ranks may have different
        numbers of examples and of places; the group has at least two values per channel. Is not changed.
    weight, bias, running_mean, running_var: shape (C,), in the dtype of x, and the same on all ranks.
    Returns y of the shape and dtype of x: (x - mean) / sqrt(var + eps) * weight + bias, with the mean and the biased
    variance of each channel over the values of all ranks.
    running_mean and running_var are changed in place, on every rank: new = (1 - momentum) * old + momentum * batch,
    where batch is that mean, and the unbiased variance over all ranks. Gradients are not asked for.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.SyncBatchNorm.html
    """
    # TODO: measure, let all ranks add up what they measured, then normalize with the sum and move the statistics.
    raise NotImplementedError
