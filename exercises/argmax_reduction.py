"""Argmax: not how large the largest value is, but where it stands.

Read the lesson `argmax_reduction`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of an integer, a list and a tuple.
PREDICT_1 = ...


def heatmap_peaks(h: Tensor) -> Tensor:
    """Where each heatmap is largest, as (x, y).

    h: heatmaps of shape (N, K, H, W), of any floating dtype and in any memory layout, K of them for each of N images;
        H and W are at least 1.
    Returns an int64 tensor of shape (N, K, 2) on the device of `h`. Its last dimension holds the column x, from 0 to
    W - 1, and then the row y, from 0 to H - 1. Of several largest values, the first in reading order counts: the
    topmost row, and in it the leftmost column. A NaN counts as the largest value. Changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.argmax.html
    """
    # TODO: find the place of the largest value of each heatmap, then say it as a column and a row.
    raise NotImplementedError
