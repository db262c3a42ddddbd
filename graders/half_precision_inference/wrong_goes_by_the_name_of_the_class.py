"""Layers are spared when Norm is part of the name of their class or of a class above it. Such a name does not make a layer
one of the norms that are meant.

fails: what_is_not_among_these_norms_is_converted
"""

import torch

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        if not any("Norm" in kind.__name__ for kind in type(module).__mro__):
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
