"""The device type is ignored: autocast is always that of the CPU, whatever was asked for.

fails: the_device_type_can_be_chosen
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
            with torch.autocast("cpu", dtype=dtype):
                result = fn(*args, **kwargs)
            return in_float32(result)

        return run

    return decorate
