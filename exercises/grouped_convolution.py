"""Grouped convolution: several small convolutions side by side, each on its own share of the channels.

Read the lesson `grouped_convolution`, then complete both functions and write down your prediction.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? ((four integers), integer, integer).
PREDICT_1 = ...

Pair = int | tuple[int, int]
"""One integer for both axes, or (rows, columns)."""


def grouped_conv_spec(
    in_channels: int,
    out_channels: int,
    kernel_size: Pair,
    groups: int = 1,
    bias: bool = True,
    out_hw: tuple[int, int] | None = None,
) -> dict[str, object]:
    """What nn.Conv2d with these settings holds and costs, without building it.

    Returns a dict with
        weight_shape: tuple of four integers, as in nn.Conv2d,
        params: the number of weights and biases,
        params_vs_dense: its weights, biases left out, divided by those of the same layer with groups=1 (a float),
        macs: only if out_hw, the (rows, columns) of the output, is given: the multiplications for one image.
    Raises ValueError when groups is below 1 or does not divide both channel counts.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
    """
    # TODO: how deep is one filter, and how many filters are there?
    raise NotImplementedError


def grouped_conv2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Pair = 1,
    padding: Pair = 0,
    dilation: Pair = 1,
    groups: int = 1,
) -> Tensor:
    """F.conv2d with groups, made from operations that know nothing of groups.

    x: (batch, in_channels, rows, columns), floating.
    weight: (out_channels, in_channels // groups, kernel rows, kernel columns), same dtype.
    bias: (out_channels,) or None.
    Returns (batch, out_channels, output rows, output columns), differentiable in all three, which it leaves unchanged.
    Raises ValueError when groups is below 1 or does not divide both channel counts, when the filters are not
    in_channels // groups deep, or when there is not one bias for each filter.
    Rule: no convolution with groups above 1 may run.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
    """
    # TODO: let every group do its own convolution, and put the results together.
    raise NotImplementedError
