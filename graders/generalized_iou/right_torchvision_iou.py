"""The IoU of torchvision, and the penalty from the corners of both boxes.

requires: torchvision
"""

import torch
from torch import Tensor
from torchvision.ops import box_area, box_iou

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    iou = box_iou(boxes1, boxes2)
    corners = torch.stack(torch.broadcast_tensors(boxes1.unsqueeze(1), boxes2.unsqueeze(0)))
    low, high = corners[..., :2].amin(dim=0), corners[..., 2:].amax(dim=0)
    enclosing = (high - low).prod(dim=-1)
    total = box_area(boxes1)[:, None] + box_area(boxes2)
    union = total / (1 + iou)
    return iou - 1 + union / enclosing
