"""Finds the file with pathlib, and imports inside the function."""

from torch import nn as _nn

PREDICT_1 = "SyntaxError"
dependencies = ["torch"]


def tiny_mlp(pretrained=False, progress=True, *, hidden=8, out=2):
    """A small perceptron."""
    from pathlib import Path

    import torch

    net = _nn.Sequential()
    net.append(_nn.Linear(4, hidden)).append(_nn.ReLU()).append(_nn.Linear(hidden, out))
    if pretrained:
        with Path(__file__).with_name("tiny.pt").open("rb") as file:
            net.load_state_dict(torch.load(file, map_location=torch.device("cpu")))
    return net
