"""One box encloses all boxes together. Every pair has an enclosing box of its own.

fails: every_box_meets_every_other
"""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    a, b = boxes1[:, None], boxes2
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0)
    every = torch.cat([boxes1, boxes2])
    high, low = (every[:, 2:].amax(dim=0), every[:, :2].amin(dim=0)) if len(every) else (0, 0)
    outer = torch.maximum(a[..., 2:], b[..., 2:]) * 0 + (high - low)
    intersection = inner[..., 0] * inner[..., 1]
    union = area(a) + area(b) - intersection
    enclosing = outer[..., 0] * outer[..., 1]
    return intersection / union - (enclosing - union) / enclosing


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
