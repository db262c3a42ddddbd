"""Builds the network and listens to its ReLUs."""

import torch
from torch import nn

PREDICT_1 = (-3, 0, -6)


def signal_rms(x, weights):
    found = []
    net = nn.Sequential()
    for w in weights:
        linear = nn.Linear(w.shape[1], w.shape[0], bias=False, dtype=w.dtype, device=w.device)
        with torch.no_grad():
            linear.weight.copy_(w)
        relu = nn.ReLU()
        relu.register_forward_hook(lambda module, args, out: found.append((out * out).mean().sqrt().item()))
        net.extend([linear, relu])
    net(x)
    return found
