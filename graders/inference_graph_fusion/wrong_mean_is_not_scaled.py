"""The running mean is subtracted as it is, and not scaled.
It is subtracted before the division.

fails: each_channel_is_scaled
"""

import copy

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


def fold_bn(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    fused = copy.deepcopy(conv)
    with torch.no_grad():
        scale = (bn.running_var + bn.eps).rsqrt()
        if bn.weight is not None:
            scale = scale * bn.weight
        bias = conv.bias
        shift = -bn.running_mean if bias is None else bias * scale - bn.running_mean
        if bn.bias is not None:
            shift = shift + bn.bias
        fused.weight.mul_(scale.reshape(-1, 1, 1, 1))
        fused.bias = nn.Parameter(shift)
    return fused
