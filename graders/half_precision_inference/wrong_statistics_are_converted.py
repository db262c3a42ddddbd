"""The weight and bias of a norm are spared, but its running statistics are converted.

fails: the_norms_keep_their_dtype
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        tensors = list(module.buffers(recurse=False))
        if not isinstance(module, NORMS):
            tensors += module.parameters(recurse=False)
        for tensor in tensors:
            if tensor.is_floating_point():
                tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
