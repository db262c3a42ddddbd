"""PyTorch counts the fans on a tensor without memory, and fills the tensor itself."""

import torch
from torch import nn

PREDICT_1 = ((75, 200), 0.14770978917519928, True)


def xavier_bound(shape, gain=1.0):
    weight = torch.empty(*shape, device="meta") if shape else torch.empty((), device="meta")
    fans = nn.init._calculate_fan_in_and_fan_out(weight)
    return float(gain * (6.0 / sum(fans)) ** 0.5)


def xavier_uniform_(tensor, gain=1.0, generator=None):
    return nn.init.xavier_uniform_(tensor, gain=gain, generator=generator)
