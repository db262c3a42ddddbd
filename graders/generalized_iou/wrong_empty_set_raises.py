"""A set without boxes raises an error. An image without objects is ordinary, and its matrix has no columns.

fails: an_empty_set_gives_an_empty_matrix
"""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    rows = []
    for box in boxes1:
        rows.append(torch.stack([pair(box, other) for other in boxes2]))
    return torch.stack(rows)


def pair(a: Tensor, b: Tensor) -> Tensor:
    inner = (torch.minimum(a[2:], b[2:]) - torch.maximum(a[:2], b[:2])).clamp(min=0)
    outer = torch.maximum(a[2:], b[2:]) - torch.minimum(a[:2], b[:2])
    intersection, enclosing = inner.prod(), outer.prod()
    union = (a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - intersection
    return intersection / union - (enclosing - union) / enclosing
