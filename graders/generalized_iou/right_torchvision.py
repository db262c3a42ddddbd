"""The ready-made operator.

requires: torchvision
"""

from torch import Tensor
from torchvision.ops import generalized_box_iou

PREDICT_1 = -0.3333


def giou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    return generalized_box_iou(boxes1, boxes2)
