"""Multiplies a diagonal matrix with the filters laid out as rows."""

import copy

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


def fold_bn(conv, bn):
    weight, mean = conv.weight.detach(), bn.running_mean
    scale = torch.full_like(mean, 1.0) if bn.weight is None else bn.weight.detach()
    scale = scale / (bn.running_var + bn.eps) ** 0.5
    fused = copy.deepcopy(conv)
    fused.weight = nn.Parameter((torch.diag(scale) @ weight.flatten(1)).view_as(weight))
    bias = (0 if conv.bias is None else conv.bias.detach()) - mean
    fused.register_parameter("bias", nn.Parameter(bias * scale + (0 if bn.bias is None else bn.bias.detach())))
    return fused
