"""Every element counts with the bytes of the first parameter. Tensors of one model can have different dtypes.

fails: each_dtype_has_its_own_size
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
    return sum(t.numel() for t in tensors) * (tensors[0].element_size() if tensors else 0)
