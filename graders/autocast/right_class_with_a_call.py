"""The factory is a class whose objects decorate; one rule for every kind of container."""

import functools
from collections.abc import Mapping

import torch

PREDICT_1 = (torch.bfloat16, torch.float32, torch.bfloat16, torch.float32)
PREDICT_2 = "RuntimeError"
PREDICT_3 = (torch.bfloat16, torch.float32, torch.float32, torch.float32)
PREDICT_4 = (torch.bfloat16, torch.float32)
PREDICT_5 = "ModuleNotFoundError"


class autocast_full:  # noqa: N801
    def __init__(self, device_type="cpu", dtype=torch.bfloat16):
        self.device_type, self.dtype = device_type, dtype

    def __call__(self, fn):
        @functools.wraps(fn)
        def under_autocast(*args, **kwargs):
            with torch.amp.autocast(device_type=self.device_type, dtype=self.dtype, enabled=True):
                return self.widen(fn(*args, **kwargs))

        return under_autocast

    def widen(self, value):
        if torch.is_tensor(value):
            is_low = value.is_floating_point() and value.element_size() == 2
            return value.to(torch.float32) if is_low else value
        if isinstance(value, Mapping):
            return dict(zip(value.keys(), map(self.widen, value.values())))
        if isinstance(value, tuple) and hasattr(value, "_make"):
            return value._make(map(self.widen, value))
        if isinstance(value, (list, tuple)):
            return type(value)(map(self.widen, value))
        return value
