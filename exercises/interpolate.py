"""Bilinear resizing: where each output pixel lies in the input, and how its neighbours are blended.

Read the lesson `interpolate`, then complete the function and write down your predictions.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of four numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of four integers.
PREDICT_2 = ...


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    """Resize images the way F.interpolate does with mode="bilinear" and no antialiasing.

    x: (batch, channels, rows, columns), of any floating dtype and memory layout; the batch may be empty.
    size: (rows, columns) of the result, each 1 or more, larger or smaller than in x.
    align_corners: whether the centres of the corner pixels meet (True) or the edges of the images (False).
    Returns (batch, channels, *size) with the dtype and device of x, differentiable; changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html
    """
    # TODO: find the two neighbours and the weight of every output row and column, then blend.
    raise NotImplementedError
