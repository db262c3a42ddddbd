"""Slices of the size rounded up; the inner model decides, and every name loses the prefix where all have it."""

import math

import torch
from torch import nn

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])


def replicate_forward(module, x, n):
    size = math.ceil(x.shape[0] / n)
    outputs = []
    sizes = []
    for start in range(0, x.shape[0], size):
        shard = x[start : start + size]
        outputs.append(module(shard))
        sizes.append(shard.shape[0])
    return torch.cat(outputs, dim=0), sizes


def load_flexible(model, state_dict):
    if isinstance(model, nn.DataParallel):
        model = model.module
    if all(k.startswith("module.") for k in state_dict):
        state_dict = {k[7:]: v for k, v in state_dict.items()}
    model.load_state_dict(state_dict, strict=True)
