"""torch.autocast is a decorator itself, and PyTorch knows how to walk a tree."""

from functools import wraps

import torch
from torch import Tensor
from torch.utils._pytree import tree_map

PREDICT_1 = (torch.bfloat16, torch.float32, torch.bfloat16, torch.float32)
PREDICT_2 = "RuntimeError"
PREDICT_3 = (torch.bfloat16, torch.float32, torch.float32, torch.float32)
PREDICT_4 = (torch.bfloat16, torch.float32)
PREDICT_5 = "ModuleNotFoundError"

LOW = {torch.half, torch.bfloat16}


def autocast_full(device_type="cpu", dtype=torch.bfloat16):
    def decorate(fn):
        low = torch.autocast(device_type, dtype=dtype)(fn)

        @wraps(fn)
        def run(*args, **kwargs):
            result = low(*args, **kwargs)
            return tree_map(lambda v: v.float() if isinstance(v, Tensor) and v.dtype in LOW else v, result)

        return run

    return decorate
