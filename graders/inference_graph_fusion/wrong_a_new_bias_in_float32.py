"""The bias of a convolution that had none is in float32.
A tensor of zeros has the default dtype unless it is told another, and writing into it does not change that.

fails: each_channel_is_scaled
"""

import copy

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


def fold_bn(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    fused = copy.deepcopy(conv)
    gamma = torch.ones_like(bn.running_mean) if bn.weight is None else bn.weight
    beta = torch.zeros_like(bn.running_mean) if bn.bias is None else bn.bias
    scale = gamma / torch.sqrt(bn.running_var + bn.eps)
    with torch.no_grad():
        fused.weight.mul_(scale.reshape(-1, 1, 1, 1))
        if fused.bias is None:
            fused.bias = nn.Parameter(torch.zeros(conv.out_channels, device=conv.weight.device))
        fused.bias.sub_(bn.running_mean).mul_(scale).add_(beta)
    return fused
