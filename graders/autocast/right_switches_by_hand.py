"""Sets the switches of autocast around the call, and takes the result apart with a stack of its own."""

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
            was_on = torch.is_autocast_enabled(device_type)
            had = torch.get_autocast_dtype(device_type)
            on = device_type == "cpu" or torch.cuda.is_available()
            torch.set_autocast_enabled(device_type, on)
            torch.set_autocast_dtype(device_type, dtype)
            torch.autocast_increment_nesting()
            try:
                result = fn(*args, **kwargs)
            finally:
                if torch.autocast_decrement_nesting() == 0:
                    torch.clear_autocast_cache()
                torch.set_autocast_enabled(device_type, was_on)
                torch.set_autocast_dtype(device_type, had)
            return in_float32(result)

        return run

    return decorate
