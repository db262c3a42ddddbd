"""Hub looks for a package whose name has a version in it.
`dependencies` has names as they stand after `import`, and no versions.

fails: hub_finds_an_entry_point_that_makes_a_module
"""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"

dependencies = ["torch>=2.0"]


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if pretrained:
        file = os.path.join(os.path.dirname(__file__), "tiny.pt")
        model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model
