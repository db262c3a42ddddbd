"""Puts new data into the parameters, which stay the objects they are."""

import torch
from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model):
    for m in model.modules():
        match m:
            case nn.modules.conv._ConvNd():
                m.weight.data = torch.randn_like(m.weight) * 0.02
            case nn.modules.batchnorm._BatchNorm(affine=True):
                m.weight.data = torch.randn_like(m.weight) * 0.02 + 1
            case _:
                continue
        if m.bias is not None:
            m.bias.data = torch.zeros_like(m.bias)
    return model
