"""Only tensors called weight are converted; a bias in float32 beside a weight in float16 is an error in the next
forward pass.

fails: weights_become_float16
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        if not isinstance(module, NORMS) and isinstance(getattr(module, "weight", None), torch.Tensor):
            module.weight.data = module.weight.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
