"""Two loops over plain scalars, stacked at the end."""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    rows = []
    for x1, y1, x2, y2 in boxes1:
        row = []
        for u1, v1, u2, v2 in boxes2:
            width = (torch.min(x2, u2) - torch.max(x1, u1)).clamp(min=0)
            height = (torch.min(y2, v2) - torch.max(y1, v1)).clamp(min=0)
            both = width * height
            either = (x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - both
            hull = (torch.max(x2, u2) - torch.min(x1, u1)) * (torch.max(y2, v2) - torch.min(y1, v1))
            row.append(both / either - (hull - either) / hull)
        rows.append(torch.stack(row) if row else boxes2.new_zeros(0))
    return torch.stack(rows) if rows else boxes1.new_zeros(0, len(boxes2))
