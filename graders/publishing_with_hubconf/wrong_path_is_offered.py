"""The class that finds the file is an entry point too.
Hub cannot tell helpers from models, except by an underscore in front.

fails: nothing_else_is_offered
"""

from pathlib import Path

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if pretrained:
        file = Path(__file__).parent / "tiny.pt"
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
