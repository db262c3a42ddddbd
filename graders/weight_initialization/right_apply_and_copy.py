"""Gives a function to apply, which copies new numbers into the parameters."""

import torch
from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]
CONVS = (nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d)
NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.SyncBatchNorm)


@torch.no_grad()
def draw(module):
    if not isinstance(module, CONVS + NORMS):
        return
    for name, parameter in module.named_parameters(recurse=False):
        if name == "bias":
            parameter.copy_(torch.zeros(()))
        else:
            center = 1.0 if isinstance(module, NORMS) else 0.0
            parameter.copy_(center + 0.02 * torch.randn(parameter.shape))


def init_weights(model):
    return model.apply(draw)
