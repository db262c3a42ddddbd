"""Four columns of each set, and the score as IoU + union / enclosing - 1."""

import torch
from torch import Tensor

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    left, top, right, bottom = boxes1.T[:, :, None]
    left2, top2, right2, bottom2 = boxes2.T[:, None, :]
    width = torch.relu(right.min(right2) - left.max(left2))
    height = torch.relu(bottom.min(bottom2) - top.max(top2))
    both = width * height
    either = (right - left) * (bottom - top) + (right2 - left2) * (bottom2 - top2) - both
    hull = (right.max(right2) - left.min(left2)) * (bottom.max(bottom2) - top.min(top2))
    return both / either + either / hull - 1
