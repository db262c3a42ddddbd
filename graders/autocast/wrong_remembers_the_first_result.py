"""The first result is kept and comes back from every later call, whatever its arguments are.

fails: every_call_is_one_call
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
        results = []

        @wraps(fn)
        def run(*args, **kwargs):
            if not results:
                with torch.autocast(device_type, dtype=dtype):
                    results.append(in_float32(fn(*args, **kwargs)))
            return results[0]

        return run

    return decorate
