"""Only the layers directly inside the model are looked at; what blocks hold stays in float32.

fails: every_depth_is_reached
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    for module in [model, *model.children()]:
        if not isinstance(module, NORMS):
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
