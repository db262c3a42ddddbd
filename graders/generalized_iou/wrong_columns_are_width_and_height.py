"""Columns 2 and 3 are taken for a width and a height. They are the corner at the bottom right.

fails: without_empty_space_it_is_the_iou
"""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    a, b = corners(boxes1)[:, None], corners(boxes2)
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0)
    outer = torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])
    intersection = inner[..., 0] * inner[..., 1]
    union = area(a) + area(b) - intersection
    enclosing = outer[..., 0] * outer[..., 1]
    return intersection / union - (enclosing - union) / enclosing


def corners(boxes: Tensor) -> Tensor:
    return torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], dim=1)


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
