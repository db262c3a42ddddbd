"""Layers count as norms when their name says so. A name is free to choose; the type is what a layer is.

fails: the_norms_keep_their_dtype
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    for name, module in model.named_modules():
        if "norm" not in name and "bn" not in name:
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
