"""The filters are counted twice: out_channels is one of the four numbers of the weight's shape already.

fails: every_weight_works_at_every_place
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((12, 2, 3, 3), 12, 228)

Pair = int | tuple[int, int]


def grouped_conv_spec(
    in_channels: int,
    out_channels: int,
    kernel_size: Pair,
    groups: int = 1,
    bias: bool = True,
    out_hw: tuple[int, int] | None = None,
) -> dict[str, object]:
    if groups < 1:
        raise ValueError(f"groups is {groups}; it must be 1 or more")
    if in_channels % groups or out_channels % groups:
        raise ValueError(f"groups={groups} does not divide {in_channels} and {out_channels} channels")
    rows, columns = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    depth = in_channels // groups
    weights = out_channels * depth * rows * columns
    spec: dict[str, object] = {
        "weight_shape": (out_channels, depth, rows, columns),
        "params": weights + (out_channels if bias else 0),
        "params_vs_dense": weights / (out_channels * in_channels * rows * columns),
    }
    if out_hw is not None:
        spec["macs"] = weights * out_channels * out_hw[0] * out_hw[1]
    return spec


def grouped_conv2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Pair = 1,
    padding: Pair = 0,
    dilation: Pair = 1,
    groups: int = 1,
) -> Tensor:
    if groups < 1 or x.shape[1] % groups or weight.shape[0] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} and {weight.shape[0]} channels")
    if weight.shape[1] != x.shape[1] // groups:
        raise ValueError(f"filters are {weight.shape[1]} deep; a group has {x.shape[1] // groups} channels")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias has shape {tuple(bias.shape)} for {weight.shape[0]} filters")
    inputs = x.chunk(groups, dim=1)
    filters = weight.chunk(groups)
    biases = [None] * groups if bias is None else bias.chunk(groups)
    parts = [F.conv2d(i, w, b, stride, padding, dilation) for i, w, b in zip(inputs, filters, biases, strict=True)]
    return torch.cat(parts, dim=1)
