"""The tensor that came in holds the means afterwards. Build a new one.

fails: values_is_not_changed
"""

import torch
from torch import Tensor

PREDICT_1 = 0.75


def running_mean(values: Tensor, momentum: float) -> Tensor:
    mean = torch.zeros((), dtype=values.dtype)
    means = []
    for value in values:
        mean = momentum * mean + (1 - momentum) * value
        means.append(mean)
    result = torch.stack(means)
    return values.copy_(result) if momentum == 0 else result
