"""tiny.pt is looked for in the folder of the caller.
A relative path begins at the current folder, and hub does not go to that of the file.

fails: pretrained_has_the_published_weights
"""

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if pretrained:
        file = "tiny.pt"
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
