"""Converts the whole model, then puts back what the norms held before; measures storages."""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):
    kept = []
    for module in model.modules():
        if isinstance(module, NORMS):
            kept += [(t, t.data) for t in module.parameters(recurse=False)]
            kept += [(module, name, t) for name, t in module.named_buffers(recurse=False)]
    for module in model.modules():
        kept += [(module, name, t) for name, t in module.named_buffers(recurse=False) if t.is_complex()]
    model.to(dtype)
    for entry in kept:
        if len(entry) == 2:
            entry[0].data = entry[1]
        else:
            module, name, t = entry
            module._buffers[name] = t
    return model


def model_bytes(model):
    storages = {}
    for t in [*model.parameters(), *model.buffers()]:
        storage = t.untyped_storage()
        storages[storage.data_ptr()] = storage.nbytes()
    return sum(storages.values())
