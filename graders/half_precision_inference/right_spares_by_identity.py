"""Collects what the norms hold, and converts everything that is not among it."""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):
    spared = set()
    for module in model.modules():
        if isinstance(module, NORMS):
            for t in module.parameters(recurse=False):
                spared.add(id(t))
            for t in module.buffers(recurse=False):
                spared.add(id(t))
    with torch.no_grad():
        for t in list(model.parameters()) + list(model.buffers()):
            if id(t) not in spared and t.is_floating_point():
                t.data = t.to(dtype=dtype)
    return model


def model_bytes(model):
    print("parameters:", sum(1 for _ in model.parameters()))
    parameters = sum(p.nelement() * p.element_size() for p in model.parameters())
    buffers = sum(b.nelement() * b.element_size() for b in model.buffers())
    return parameters + buffers
