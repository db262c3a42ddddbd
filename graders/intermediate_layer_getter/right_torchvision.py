"""Torchvision's own class.

requires: torchvision
"""

from torchvision.models._utils import IntermediateLayerGetter

__all__ = ["PREDICT_1", "PREDICT_2", "IntermediateLayerGetter"]

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]
