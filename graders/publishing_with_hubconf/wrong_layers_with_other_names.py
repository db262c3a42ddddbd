"""The layers have names of their own, and not those of a Sequential.
The names are part of what was saved: a state dict finds its way by them.

fails: hub_finds_an_entry_point_that_makes_a_module
"""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


class _Perceptron(nn.Module):
    def __init__(self, hidden: int, out: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(4, hidden)
        self.fc2 = nn.Linear(hidden, out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc2(torch.relu(self.fc1(x)))


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = _Perceptron(hidden, out)
    if pretrained:
        file = os.path.join(os.path.dirname(__file__), "tiny.pt")
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
