"""The gradients are counted as well. They come and go; the model is its parameters and buffers.

fails: gradients_do_not_count
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

    tensors = [*model.parameters(), *model.buffers()]
    return sum(t.nbytes + (0 if t.grad is None else t.grad.nbytes) for t in tensors)
