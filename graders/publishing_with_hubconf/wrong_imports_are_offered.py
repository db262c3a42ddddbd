"""Names that the file imported for itself are entry points too.
Hub cannot tell helpers from models, except by an underscore in front.

fails: nothing_else_is_offered
"""

import os

import torch
from torch import nn
from torch.nn import Linear, ReLU

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(Linear(4, hidden), ReLU(), Linear(hidden, out))
    if pretrained:
        file = os.path.join(os.path.dirname(__file__), "tiny.pt")
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
