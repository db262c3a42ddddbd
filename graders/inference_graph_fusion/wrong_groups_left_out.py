"""The result has one group.
A filter of a grouped convolution sees a part of the channels only.

fails: the_settings_of_the_convolution_stay
"""

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


def fold_bn(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    fused = nn.Conv2d(
        conv.in_channels,
        conv.out_channels,
        conv.kernel_size,
        conv.stride,
        conv.padding,
        conv.dilation,
        1,
        True,
        conv.padding_mode,
        conv.weight.device,
        conv.weight.dtype,
    )
    with torch.no_grad():
        scale = (bn.running_var + bn.eps).rsqrt()
        if bn.weight is not None:
            scale = scale * bn.weight
        bias = -bn.running_mean if conv.bias is None else conv.bias - bn.running_mean
        shift = bias * scale
        if bn.bias is not None:
            shift = shift + bn.bias
        fused.weight.copy_(conv.weight * scale.reshape(-1, 1, 1, 1))
        fused.bias = nn.Parameter(shift)
    return fused
