"""Generalized IoU: how well two boxes agree, and how far apart they are when they do not meet.

Read the lesson `generalized_iou`, then complete the function and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A float, rounded to four places.
PREDICT_1 = ...


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    """The generalized IoU of every box of boxes1 with every box of boxes2 (https://arxiv.org/abs/1902.09630).

    GIoU = IoU - |C without A and B| / |C|, where C is the smallest box that encloses A and B.

    boxes1: (N, 4), float32 or float64, in any unit; each row is x1, y1, x2, y2 with x1 < x2 and y1 < y2.
    boxes2: (M, 4), same dtype and unit.
    Returns (N, M) in the dtype of the boxes, with (0, M) or (N, 0) for an empty set. The gradient reaches both sets,
    also from boxes that do not overlap. Changes neither input.
    """
    # TODO: the overlap, the union and the enclosing box of every pair.
    raise NotImplementedError
