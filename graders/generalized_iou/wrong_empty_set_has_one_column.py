"""A set without boxes gives a score of 0 in a column of its own. No box, no column.

fails: an_empty_set_gives_an_empty_matrix
"""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    if len(boxes1) == 0 or len(boxes2) == 0:
        return boxes1.new_zeros(max(len(boxes1), 1), max(len(boxes2), 1))
    a, b = boxes1[:, None], boxes2
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0)
    outer = torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])
    intersection = inner[..., 0] * inner[..., 1]
    union = area(a) + area(b) - intersection
    enclosing = outer[..., 0] * outer[..., 1]
    return intersection / union - (enclosing - union) / enclosing


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
