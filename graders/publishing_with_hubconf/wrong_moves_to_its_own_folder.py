"""The weights are found, but the current folder is another one afterwards. It belongs to the whole program.

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
        os.chdir(os.path.dirname(__file__))
        model.load_state_dict(torch.load("tiny.pt", map_location="cpu", weights_only=True))
    return model
