"""PyTorch's gain and fan, and root three from the standard deviation to the bound."""

import math

import torch
from torch import nn

PREDICT_1 = 2
PREDICT_2 = 0.1


def kaiming_bound(shape, a=0.0, mode="fan_in", nonlinearity="leaky_relu"):
    if nonlinearity not in {"relu", "leaky_relu"}:
        raise ValueError(nonlinearity)
    fan = nn.init._calculate_correct_fan(torch.empty(shape, device="meta"), mode)
    return nn.init.calculate_gain(nonlinearity, a) * math.sqrt(3.0) / math.sqrt(fan)
