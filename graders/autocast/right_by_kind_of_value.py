"""A table of what to do with each kind of value, and an ExitStack around the call."""

import functools
from contextlib import ExitStack
from functools import wraps

import torch
from torch import Tensor

PREDICT_1 = (torch.bfloat16, torch.float32, torch.bfloat16, torch.float32)
PREDICT_2 = "RuntimeError"
PREDICT_3 = (torch.bfloat16, torch.float32, torch.float32, torch.float32)
PREDICT_4 = (torch.bfloat16, torch.float32)
PREDICT_5 = "ModuleNotFoundError"


@functools.singledispatch
def wide(value):
    return value


@wide.register
def _(value: Tensor):
    for low in (torch.float16, torch.bfloat16):
        if value.dtype == low:
            value = value.type(torch.float32)
    return value


@wide.register
def _(value: list):
    return list(map(wide, value))


@wide.register
def _(value: tuple):
    if type(value) is tuple:
        return tuple(map(wide, value))
    return value._replace(**{name: wide(entry) for name, entry in value._asdict().items()})


@wide.register
def _(value: dict):
    widened = value.copy()
    for key in widened:
        widened[key] = wide(widened[key])
    return widened


def autocast_full(device_type="cpu", dtype=torch.bfloat16):
    def decorate(fn):
        @wraps(fn)
        def run(*args, **kwargs):
            with ExitStack() as stack:
                stack.enter_context(torch.autocast(device_type, dtype))
                result = fn(*args, **kwargs)
            print("returned a", type(result).__name__)
            return wide(result)

        return run

    return decorate
