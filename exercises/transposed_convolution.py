"""Transposed convolution: a convolution run backwards, from a small map to a larger one.

Read the lesson `transposed_convolution`, then complete both functions and write down your predictions.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? (integer, [three integers]).
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? An integer, or the name of an exception as a string.
PREDICT_2 = ...

Pair = int | tuple[int, int]
"""One integer for both axes, or (rows, columns)."""


def conv_transpose2d_shape(
    size: Pair,
    kernel_size: Pair,
    stride: Pair = 1,
    padding: Pair = 0,
    output_padding: Pair = 0,
    dilation: Pair = 1,
) -> tuple[int, int]:
    """Rows and columns of what nn.ConvTranspose2d returns, as plain integers.

    size: rows and columns of its input, 1 or more; the other settings are those of the layer.
    Raises ValueError when, on either axis, output_padding is not smaller than stride or dilation, whichever is larger,
    and when no row or no column would be left.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
    """
    # TODO: how large is the sheet on which the kernels are stamped, and what is cropped from it?
    raise NotImplementedError


def conv_transpose2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Pair = 1,
    padding: Pair = 0,
    output_padding: Pair = 0,
) -> Tensor:
    """F.conv_transpose2d, made from operations that know nothing of transposed convolutions.

    x: (batch, in_channels, rows, columns), floating; the batch may be empty.
    weight: (in_channels, out_channels, kernel rows, kernel columns), same dtype.
    bias: (out_channels,) or None.
    stride, padding, output_padding: such that conv_transpose2d_shape would not raise.
    Returns (batch, out_channels, output rows, output columns), same dtype and device as x, differentiable in all three
    tensors, which it leaves unchanged.
    Rule: no transposed convolution may run, not even to find out the size.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose2d.html
    """
    # TODO: let every pixel of x stamp the kernel, add up what overlaps, and crop.
    raise NotImplementedError
