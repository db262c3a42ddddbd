"""Copies the values itself; copy_ raises where shapes do not agree."""

import os

import torch
from torch import nn

PREDICT_1 = "SyntaxError"
dependencies = ["torch"]


@torch.no_grad()
def tiny_mlp(pretrained=False, progress=True, *, hidden=8, out=2):
    """Four numbers in, two out."""
    model = nn.Sequential(nn.Linear(4, hidden), nn.ReLU(), nn.Linear(hidden, out))
    if not pretrained:
        return model
    folder = os.path.split(os.path.abspath(__file__))[0]
    state = torch.load(os.path.join(folder, "tiny.pt"), "cpu", weights_only=True)
    if set(state) != {name for name, _ in model.named_parameters()}:
        raise RuntimeError("the file has other names")
    for name, parameter in model.named_parameters():
        if parameter.shape != state[name].shape:
            raise RuntimeError(f"{name} has another shape in the file")
        parameter.copy_(state[name])
    return model
