"""Fills a dense weight with blocks along its diagonal and runs one ordinary convolution."""

import math

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((12, 2, 3, 3), 12, 228)


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None) -> dict:
    if groups <= 0 or math.gcd(in_channels, out_channels) % groups != 0:
        raise ValueError(f"groups={groups}")
    kernel = (kernel_size,) * 2 if isinstance(kernel_size, int) else tuple(kernel_size)
    weight_shape = (out_channels, in_channels // groups) + kernel
    return dict(
        weight_shape=weight_shape,
        params=math.prod(weight_shape) + out_channels * bias,
        params_vs_dense=1 / groups,
        **({"macs": math.prod(weight_shape + tuple(out_hw))} if out_hw is not None else {}),
    )


def grouped_conv2d(x: Tensor, weight: Tensor, bias=None, stride=1, padding=0, dilation=1, groups: int = 1) -> Tensor:
    if groups < 1:
        raise ValueError("groups must be positive")
    for name, size in {"in_channels": x.size(1), "out_channels": weight.size(0)}.items():
        if size % groups:
            raise ValueError(f"{name} must be divisible by groups")
    if weight.size(1) * groups != x.size(1):
        raise ValueError("the filters have the wrong depth")
    if bias is not None and bias.numel() != weight.size(0):
        raise ValueError("one bias per filter")
    dense = weight.new_zeros(weight.size(0), x.size(1), *weight.shape[2:])
    filters, depth = weight.size(0) // groups, weight.size(1)
    for g in range(groups):
        block = slice(g * filters, (g + 1) * filters)
        dense[block, g * depth : (g + 1) * depth] = weight[block]
    return F.conv2d(x, dense, bias, stride=stride, padding=padding, dilation=dilation)
