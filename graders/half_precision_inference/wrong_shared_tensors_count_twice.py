"""A tensor with two names is counted for each of them, although it is in memory once.

fails: a_shared_tensor_counts_once
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):
    for module in model.modules():
        if not isinstance(module, NORMS):
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):

    parameters = [t for _, t in model.named_parameters(remove_duplicate=False)]
    buffers = [t for _, t in model.named_buffers(remove_duplicate=False)]
    return sum(t.nbytes for t in parameters + buffers)
