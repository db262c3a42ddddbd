"""The overlap is missing: only the empty space counts.

fails: without_empty_space_it_is_the_iou
"""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    a, b = boxes1[:, None], boxes2
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0)
    outer = torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])
    intersection = inner[..., 0] * inner[..., 1]
    union = area(a) + area(b) - intersection
    enclosing = outer[..., 0] * outer[..., 1]
    return -(enclosing - union) / enclosing


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
