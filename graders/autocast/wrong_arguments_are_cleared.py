"""The arguments are overwritten with zeros after the call, to save memory. They belong to the caller.

fails: arguments_are_left_alone
"""

from functools import wraps

import torch
from torch import Tensor

PREDICT_1 = (torch.bfloat16, torch.float32, torch.bfloat16, torch.float32)
PREDICT_2 = "RuntimeError"
PREDICT_3 = (torch.bfloat16, torch.float32, torch.float32, torch.float32)
PREDICT_4 = (torch.bfloat16, torch.float32)
PREDICT_5 = "ModuleNotFoundError"


def in_float32(value):
    if isinstance(value, Tensor):
        return value.float() if value.dtype in (torch.float16, torch.bfloat16) else value
    if isinstance(value, dict):
        return {key: in_float32(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [in_float32(entry) for entry in value]
    if isinstance(value, tuple):
        entries = [in_float32(entry) for entry in value]
        return type(value)(*entries) if hasattr(value, "_fields") else tuple(entries)
    return value


def autocast_full(device_type="cpu", dtype=torch.bfloat16):
    def decorate(fn):
        @wraps(fn)
        def run(*args, **kwargs):
            with torch.autocast(device_type, dtype=dtype):
                result = in_float32(fn(*args, **kwargs))
            with torch.no_grad():
                for a in args:
                    if isinstance(a, Tensor) and a.dtype == torch.float32 and not a.requires_grad and a.dim() == 2:
                        if not (isinstance(result, Tensor) and result is a):
                            a.zero_()
            return result

        return run

    return decorate
