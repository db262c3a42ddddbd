"""Only what is in the state dict is converted, and a buffer that is not saved stays in float32.

fails: floating_buffers_follow_and_others_stay
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    saved = model.state_dict(keep_vars=True)
    kept = {name for name, module in model.named_modules() if isinstance(module, NORMS)}
    for name, tensor in saved.items():
        if name.rpartition(".")[0] not in kept and tensor.is_floating_point():
            tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
