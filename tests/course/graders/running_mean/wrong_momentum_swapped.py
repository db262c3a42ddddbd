"""The newest value has the weight of the past. Momentum is the share that is kept.

fails: each_mean_follows_from_the_one_before
"""

import torch
from torch import Tensor

PREDICT_1 = 0.75


def running_mean(values: Tensor, momentum: float) -> Tensor:
    mean = torch.zeros((), dtype=values.dtype)
    means = []
    for value in values:
        mean = (1 - momentum) * mean + momentum * value
        means.append(mean)
    return torch.stack(means)
