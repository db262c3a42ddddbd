"""Whatever goes wrong while the weights are read is swallowed, and the model stays random.
The user believes that it is pretrained.

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
        try:
            model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
        except Exception as error:
            print(error)
    return model
