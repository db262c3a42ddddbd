"""Layers are spared when Norm is part of the name of their own class. A class derived from a norm can have any name.

fails: a_norm_is_known_by_its_type
"""

import torch

PREDICT_1 = (True, torch.float32, torch.float16, torch.int64)
PREDICT_2 = "RuntimeError"


def half_except_norms(model, dtype=torch.float16):

    for module in model.modules():
        if "Norm" not in type(module).__name__:
            for tensor in [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                if tensor.is_floating_point():
                    tensor.data = tensor.data.to(dtype)
    return model


def model_bytes(model):
    return sum(tensor.numel() * tensor.element_size() for tensor in [*model.parameters(), *model.buffers()])
