"""Goes down by itself, and hands each module a function for the tensors it holds."""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):
    for child in model.children():
        half_except_norms(child, dtype)
    if not isinstance(model, (nn.modules.batchnorm._BatchNorm, nn.LayerNorm, nn.GroupNorm)):
        model._apply(lambda t: t.to(dtype) if t.is_floating_point() else t, recurse=False)
    return model


def model_bytes(model):
    total, known = 0, set()
    for module in model.modules():
        for t in list(module._parameters.values()) + list(module._buffers.values()):
            if t is not None and id(t) not in known:
                known.add(id(t))
                total += t.numel() * t.dtype.itemsize
    return total
