"""With other sizes asked for, the model has those of the file.
The file's tensors were put in the place of the model's own, whatever their shape.

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
            parameter.data = state[name]
    return model
