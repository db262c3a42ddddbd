"""Where stamps overlap, the last one stands alone. Overlapping contributions add up.

fails: overlapping_stamps_add_up
"""

import torch
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
    row_step, column_step = pair(stride)
    top, left = pair(padding)
    more_rows, more_columns = pair(output_padding)
    batch, channels, rows, columns = x.shape
    height, width = (rows - 1) * row_step + weight.shape[2], (columns - 1) * column_step + weight.shape[3]
    sheet = x.new_zeros(batch, weight.shape[1], height + more_rows, width + more_columns)
    for row in range(rows):
        for column in range(columns):
            stamp = torch.einsum("nc,cfhw->nfhw", x[:, :, row, column], weight)
            r, c = row * row_step, column * column_step
            sheet[:, :, r : r + weight.shape[2], c : c + weight.shape[3]] = stamp
    cropped = sheet[:, :, top : sheet.shape[2] - top, left : sheet.shape[3] - left]
    return cropped if bias is None else cropped + bias[:, None, None]
