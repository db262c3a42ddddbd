"""Parameters whose names are in the file get the tensors of the file, whatever their shape, and the others stay random.
Weights that do not fit are an error.

fails: weights_of_another_size_raise
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
        state = torch.load(file, map_location="cpu", weights_only=True)
        for name, parameter in model.named_parameters():
            if name in state:
                parameter.data = state[name]
    return model
