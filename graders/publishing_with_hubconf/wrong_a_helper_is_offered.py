"""A helper function of the file is an entry point too.
Hub cannot tell helpers from models, except by an underscore in front.

fails: nothing_else_is_offered
"""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def checkpoint():
    file = os.path.join(os.path.dirname(__file__), "tiny.pt")
    return torch.load(file, map_location="cpu", weights_only=True)


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if pretrained:
        model.load_state_dict(checkpoint())
    return model
