"""Keeps the path and the builder under names that hub does not offer."""

import os as _os
from pathlib import Path as _Path

import torch
from torch.nn import Linear as _Linear
from torch.nn import ReLU as _ReLU
from torch.nn import Sequential as _Sequential

PREDICT_1 = "SyntaxError"
dependencies = ("torch",)
_FOLDER = _Path(_os.path.realpath(__file__)).parent


def _weights():
    return torch.load(str(_FOLDER / "tiny.pt"), map_location=lambda storage, location: storage, weights_only=True)


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2):
    """Four numbers in, two out."""
    layers = [_Linear(4, hidden), _ReLU(inplace=True), _Linear(hidden, out)]
    model = _Sequential(*layers)
    return _loaded(model) if pretrained else model


def _loaded(model):
    model.load_state_dict(_weights(), strict=True)
    return model
