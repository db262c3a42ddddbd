"""Autocast: low precision inside a function, float32 for those who call it.

Read the lesson `autocast`, then complete the function and write down your predictions.
"""

from collections.abc import Callable
from typing import Any

import torch

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of four dtypes.
# Write a dtype such as torch.float64.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A string, such as "torch.float64" or "ValueError".
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A tuple of four dtypes.
PREDICT_3 = ...

# What does the snippet "Predict 4" of the lesson evaluate to? A tuple of two dtypes.
PREDICT_4 = ...

# What does the snippet "Predict 5" of the lesson evaluate to? A string.
PREDICT_5 = ...


def autocast_full(
    device_type: str = "cpu", dtype: torch.dtype = torch.bfloat16
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator: the function runs under autocast, and what it returns is in full precision.

        @autocast_full("cpu", dtype=torch.float16)
        def predict(model, x):
            return model(x)

    device_type, dtype: those of torch.autocast, switched on anew for each call and restored after it, also after an
    exception, which reaches the caller.
    The decorated function takes the same arguments and hands them on unchanged, and can be used as a method. In its
    result each float16 or bfloat16 tensor is converted to float32, with its gradient: the result itself, and inside
    dict, list, tuple and named tuple at any depth. These keep their kind, keys and order, and are made anew; everything
    else in them is the same object. Name and docstring are those of the function.
    See https://docs.pytorch.org/docs/stable/amp.html#torch.autocast
    """
    # TODO: a function that takes a function, and what runs when that is called.
    raise NotImplementedError
