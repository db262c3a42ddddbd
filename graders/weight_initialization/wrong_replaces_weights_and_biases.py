"""Weights and biases are new parameter objects. An optimizer that was built before still holds the old ones.

fails: the_model_keeps_its_parameters
"""

import torch
from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Sequential"]


def init_weights(model: nn.Module) -> nn.Module:
    for module in model.modules():
        if isinstance(module, nn.modules.conv._ConvNd):
            module.weight = nn.Parameter(0.02 * torch.randn_like(module.weight))
        elif isinstance(module, nn.modules.batchnorm._BatchNorm) and module.affine:
            module.weight = nn.Parameter(1 + 0.02 * torch.randn_like(module.weight))
        else:
            continue
        if module.bias is not None:
            module.bias = nn.Parameter(torch.zeros_like(module.bias))
    return model
