"""Asks the norm itself for its scale and shift, and scales with einsum."""

import copy

import torch
from torch import nn

PREDICT_1 = ([-50, 25, 127], [-1.0, 0.5, 2.54])
PREDICT_2 = [0, 0, 0, 127]


@torch.no_grad()
def fold_bn(conv, bn):
    one = torch.ones(1, conv.out_channels, 1, 1, dtype=conv.weight.dtype, device=conv.weight.device)
    shift = bn(one * 0).flatten()
    scale = bn(one).flatten() - shift
    result = copy.deepcopy(conv)
    result.weight.data = torch.einsum("oikl,o->oikl", conv.weight, scale)
    own = 0 if conv.bias is None else conv.bias
    result.bias = nn.Parameter(own * scale + shift)
    return result
