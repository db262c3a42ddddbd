"""With pretrained=True hub returns what was in the file.
A state dict is no model; its values belong into one.

fails: pretrained_has_the_published_weights
"""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if pretrained:
        file = os.path.join(os.path.dirname(__file__), "tiny.pt")
        return torch.load(file, map_location="cpu", weights_only=True)
    return model
