"""Instance norm and RMS norm are spared as well. The function spares batch norm, layer norm and group norm, and converts
all else.

fails: what_is_not_among_these_norms_is_converted
"""

import torch
from torch import nn
from torch.nn.modules.batchnorm import _NormBase

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        if not isinstance(module, (_NormBase, nn.LayerNorm, nn.GroupNorm, nn.RMSNorm)):
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
