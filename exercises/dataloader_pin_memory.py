"""Pinned memory: what a loader does with a batch, whatever the batch is made of.

Read the lesson `dataloader_pin_memory`, then complete the function and write down your prediction.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of two truth values.
PREDICT_1 = ...


def pin_batch(batch: Any, fn: Callable[[Tensor], Tensor]) -> Any:
    """A batch like the given one, with fn(tensor) in the place of every tensor.

    batch: a tensor; or a dict, list, tuple or named tuple, whose parts are batches again; or anything else.
    fn: makes a new tensor of a tensor, such as torch.Tensor.pin_memory.
    Returns
        for a tensor, what fn returns;
        for any other object with a method `pin_memory()`, what that returns (for a named tuple that has one, this is
            the stretch);
        for a dict, list or tuple, a new one with the parts pinned, and for a named tuple a new one of its own type;
        for anything else, such as a string, bytes, a number, None or an object of a class, the very object.
    The batch that was given is not changed.
    See https://docs.pytorch.org/docs/stable/data.html#memory-pinning
    """
    # TODO: tell the kinds of batches apart, and go on with the parts of those that have some.
    raise NotImplementedError
