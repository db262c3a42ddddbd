"""One box of the first set against all of the second, in the flat form of all pairs."""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    n, m = boxes1.shape[0], boxes2.shape[0]
    first = boxes1.repeat_interleave(m, dim=0)
    second = boxes2.repeat(n, 1)
    sides = torch.where(first[:, 2:] < second[:, 2:], first[:, 2:], second[:, 2:])
    sides = sides - torch.where(first[:, :2] > second[:, :2], first[:, :2], second[:, :2])
    overlap = torch.where((sides > 0).all(dim=1), sides.prod(dim=1), 0.0)
    covered = area(first) + area(second) - overlap
    spans = torch.max(first[:, 2:], second[:, 2:]) - torch.min(first[:, :2], second[:, :2])
    hull = spans.prod(dim=1)
    return (overlap / covered - 1 + covered / hull).reshape(n, m)


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
