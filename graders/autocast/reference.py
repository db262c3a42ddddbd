"""A with block in the wrapper, and a walk through what comes out of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import torch
from torch import Tensor

PREDICT_1 = (torch.bfloat16, torch.float32, torch.bfloat16, torch.float32)
PREDICT_2 = "RuntimeError"
PREDICT_3 = (torch.bfloat16, torch.float32, torch.float32, torch.float32)
PREDICT_4 = (torch.bfloat16, torch.float32)
PREDICT_5 = "ModuleNotFoundError"


def autocast_full(
    device_type: str = "cpu", dtype: torch.dtype = torch.bfloat16
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(fn: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(fn)
        def run(*args: Any, **kwargs: Any) -> Any:
            with torch.autocast(device_type, dtype=dtype):
                result = fn(*args, **kwargs)
            return in_float32(result)

        return run

    return decorate


def in_float32(value: Any) -> Any:
    """The value with every half-precision tensor in it converted."""
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
