"""Inspects a layer on the meta device; unfolds the image and contracts each group with einsum."""

import torch
from torch import nn
from torch.nn import functional as F

PREDICT_1 = [[12, 2, 3, 3], 12, 228]


def grouped_conv_spec(in_channels, out_channels, kernel_size, groups=1, bias=True, out_hw=None):
    layer = nn.Conv2d(in_channels, out_channels, kernel_size, groups=groups, bias=bias, device="meta")
    dense = nn.Conv2d(in_channels, out_channels, kernel_size, bias=bias, device="meta")
    spec = {"params_vs_dense": layer.weight.numel() / dense.weight.numel()}
    spec["params"] = sum(parameter.numel() for parameter in layer.parameters())
    spec["weight_shape"] = layer.weight.shape
    if out_hw:
        spec["macs"] = layer.weight.numel() * out_hw[0] * out_hw[1]
    return spec


def two(value):
    return value if isinstance(value, tuple) else (value, value)


def grouped_conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    o, depth, *kernel = weight.shape
    if groups < 1 or o % groups or depth * groups != c or (bias is not None and len(bias) != o):
        raise ValueError("x, weight, bias and groups do not fit together")
    stride, padding, dilation = two(stride), two(padding), two(dilation)
    columns = F.unfold(x, tuple(kernel), dilation, padding, stride)
    columns = columns.reshape(n, groups, depth * kernel[0] * kernel[1], -1)
    out = torch.einsum("ngkl,gok->ngol", columns, weight.reshape(groups, o // groups, -1)).reshape(n, o, -1)
    if bias is not None:
        out = out + bias[:, None]
    rows = (h + 2 * padding[0] - dilation[0] * (kernel[0] - 1) - 1) // stride[0] + 1
    return out.reshape(n, o, rows, -1)
