"""The result of the decorator is an object that can be called, but is no function, and Python binds only functions as
methods.

fails: methods_can_be_decorated
"""

import functools

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
    return functools.partial(Decorated, device_type, dtype)


class Decorated:
    def __init__(self, device_type, dtype, fn):
        functools.update_wrapper(self, fn)
        self.fn, self.device_type, self.dtype = fn, device_type, dtype

    def __call__(self, *args, **kwargs):
        with torch.autocast(self.device_type, dtype=self.dtype):
            return in_float32(self.fn(*args, **kwargs))
