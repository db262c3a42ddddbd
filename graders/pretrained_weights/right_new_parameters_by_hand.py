"""Fills weight and bias by hand, from a normal distribution."""

import torch
from torch import nn

PREDICT_1 = (True, "UserWarning")
PREDICT_2 = ((1, 5), (5, 8))


def replace_head(model: nn.Module, num_classes: int, freeze: bool = True) -> nn.Module:
    old = model.fc
    for p in model.parameters() if freeze else ():
        p.requires_grad = False
    model.fc = nn.Linear(old.in_features, 1, bias=False, device="meta")
    model.fc.out_features = num_classes
    weight = torch.empty(num_classes, old.in_features, dtype=old.weight.dtype, device=old.weight.device)
    model.fc.weight = nn.Parameter(weight.normal_(std=0.01))
    if old.bias is not None:
        model.fc.bias = nn.Parameter(old.bias.new_zeros(num_classes))
    return model
