"""Every parameter is replaced by a new one. Whoever holds the old ones, such as an optimizer or a tied layer, now
holds something else.

fails: parameters_stay_the_same_objects
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        if not isinstance(module, NORMS):
            for name, p in list(module.named_parameters(recurse=False)):
                if p.is_floating_point():
                    setattr(module, name, nn.Parameter(p.detach().to(dtype), requires_grad=p.requires_grad))
            for b in module.buffers(recurse=False):
                if b.is_floating_point():
                    b.data = b.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
