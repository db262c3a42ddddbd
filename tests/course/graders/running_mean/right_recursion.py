"""Takes the means of all values but the last, and adds one."""

import torch

PREDICT_1 = 0.75


def running_mean(values, momentum):
    if len(values) == 1:
        return (1 - momentum) * values
    before = running_mean(values[:-1], momentum)
    return torch.cat([before, (momentum * before[-1] + (1 - momentum) * values[-1])[None]])
