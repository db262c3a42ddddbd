"""Devices and autocast: low precision wherever the model happens to be.

Read the lesson `cuda_and_autocast_devices`, then complete the function and write down your predictions.
"""

from contextlib import AbstractContextManager
from typing import Any

import torch
from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two dtypes.
# Write a dtype such as torch.float64.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two dtypes.
PREDICT_2 = ...


def autocast_for(model: nn.Module, dtype: torch.dtype | None = None) -> AbstractContextManager[Any]:
    """A context manager: inside it, autocast is on for the device type of the model.

        with autocast_for(model):
            output = model(x)

    model: any module, with all parameters and buffers, saved or not, on one device; without any it is on the CPU.
    dtype: float16 or bfloat16, what autocast casts to; None is what torch.autocast takes by itself on that device.
    Where the device type has no autocast, such as meta, the block runs as if there were no `with`.
    Nothing happens before the block begins. When it ends, also by an exception, autocast is as it was before, and the
    exception goes on to the caller. Blocks may be nested. Does not change the model, and sees
    weights that were changed between two blocks.
    See https://docs.pytorch.org/docs/stable/amp.html#torch.autocast
    """
    # TODO: find out where the model is, and return the autocast for that type of device, if there is one.
    raise NotImplementedError
