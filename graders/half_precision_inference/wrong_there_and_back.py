"""The norms are converted too, and then turned back into float32. Their dtype is right again, but the values were
already rounded: a variance of 1e-8 is 0.

fails: the_norms_keep_every_bit
"""

import torch
from torch import nn

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)


def half_except_norms(model, dtype=torch.float16):

    kept = {id(m): {n: t.dtype for n, t in m.named_buffers(recurse=False)} for m in model.modules()}
    wide = [(m, {t.dtype for t in m.parameters(recurse=False)}) for m in model.modules() if isinstance(m, NORMS)]
    model.to(dtype)
    for module, dtypes in wide:
        for original in dtypes:
            module.to(original)
        for name, original in kept[id(module)].items():
            module._buffers[name] = module._buffers[name].to(original)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
