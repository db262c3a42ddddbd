"""Module.apply carries a function to every module; nbytes knows the size."""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):
    def convert(module):
        if isinstance(module, NORMS):
            return
        for p in module._parameters.values():
            if p is not None and torch.is_floating_point(p):
                p.data = p.data.type(dtype)
        for name, b in module._buffers.items():
            if b is not None and torch.is_floating_point(b):
                module._buffers[name] = b.to(dtype)

    return model.apply(convert)


def model_bytes(model):
    seen = {id(t): t for t in model.parameters()}
    seen.update((id(t), t) for t in model.buffers())
    return sum(t.nbytes for t in seen.values())
