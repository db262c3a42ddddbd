"""The weights of tiny.pt are loaded although nobody asked for them.
For a user who wants to train from scratch, there is `pretrained=False`.

fails: without_pretrained_the_weights_are_random
"""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    file = os.path.join(os.path.dirname(__file__), "tiny.pt")
    if pretrained or os.path.exists(file):
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
