"""A pair of strides is not accepted.

fails: stride_leaves_zeros_between
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"

Pair = int | tuple[int, int]


def pair(value: Pair) -> tuple[int, int]:
    """One integer stands for both axes."""
    return (value, value) if isinstance(value, int) else value


def conv_transpose2d_shape(
    size: Pair,
    kernel_size: Pair,
    stride: Pair = 1,
    padding: Pair = 0,
    output_padding: Pair = 0,
    dilation: Pair = 1,
) -> tuple[int, int]:
    settings = (size, kernel_size, stride, padding, output_padding, dilation)
    rows, columns = map(length_of, *map(pair, settings))
    return rows, columns


def length_of(size: int, kernel: int, stride: int, padding: int, extra: int, dilation: int) -> int:
    """What becomes of one axis."""
    if extra >= max(stride, dilation):
        raise ValueError(f"output_padding is {extra}; it must be smaller than {max(stride, dilation)}")
    length = (size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding + extra
    if length < 1:
        raise ValueError(f"nothing is left: {length} positions")
    return length


def conv_transpose2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Pair = 1,
    padding: Pair = 0,
    output_padding: Pair = 0,
) -> Tensor:
    row_step = column_step = int(stride)
    top, left = pair(padding)
    more_rows, more_columns = pair(output_padding)
    batch, channels, rows, columns = x.shape
    spread = x.new_zeros(batch, channels, (rows - 1) * row_step + 1, (columns - 1) * column_step + 1)
    spread[:, :, ::row_step, ::column_step] = x
    above, before = weight.shape[2] - 1 - top, weight.shape[3] - 1 - left
    framed = F.pad(spread, (before, before + more_columns, above, above + more_rows))
    return F.conv2d(framed, weight.flip(2, 3).transpose(0, 1), bias)
