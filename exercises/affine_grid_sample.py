"""Where to look and looking there: a sampling grid from an affine map, and a rotation made with it.

Read the lesson `affine_grid_sample`, then complete both functions and write down your predictions.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of four numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A string.
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A list of pairs [row, column], as lists of two integers.
PREDICT_3 = ...


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    """The place in the input that each pixel of the output shows, in coordinates from -1 to 1.

    theta: (batch, 2, 3), float32 or float64, in any memory layout; maps (x, y, 1) of the output to (x, y) of the input.
    size: (batch, channels, rows, columns) of the output; a torch.Size will do.
    align_corners: whether -1 and 1 are the centres of the corner pixels (True) or the edges of the image (False).
    Returns (batch, rows, columns, 2), the last axis holding x and y, with the dtype and device of theta.
    Gradients reach theta. Changes no input. Raises ValueError, RuntimeError or TypeError when
    theta is not floating.
    Without F.affine_grid. See https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.affine_grid.html
    """
    # TODO: the coordinates of all pixel centres, then theta applied to each.
    raise NotImplementedError


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    """Turn images clockwise about their centre, without distorting them.

    img: (batch, channels, rows, columns), float32 or float64; rows and columns may differ, and are 2 or more.
    degrees: the angle; negative turns the other way.
    Returns a tensor with the shape, dtype and device of img: bilinear, 0 where the place is outside of img. Changes no
    input; gradients reach img. See https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.grid_sample.html
    """
    # TODO: one theta for this angle and this shape, then sample.
    raise NotImplementedError
