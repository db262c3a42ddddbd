"""In-place operations: changing a tensor that others hold too, and what autograd thinks of it.

Read the lesson `in_place_operations`, then complete the function and write down your predictions.
"""

import torch
from torch import Tensor

# What do the snippets "Predict 1" to "Predict 5" of the lesson evaluate to?
# 1, 2, 3 and 5 are a list of two numbers, or "RuntimeError"; 4 is a tuple of two such lists.
PREDICT_1 = ...
PREDICT_2 = ...
PREDICT_3 = ...
PREDICT_4 = ...
PREDICT_5 = ...


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    """Shorten, in place, every row of `x` that is longer than `max_norm`, and return `x` itself.

    x: (rows, columns), any floating dtype and any strides; may be a view, and may be a leaf that requires grad.
    max_norm: above 0. A row whose Euclidean length (L2 norm) is larger is scaled to that length; the others stay.
    Records nothing for autograd, which finds out all the same when a value that it still needs was overwritten.
    Source: https://docs.pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd
    """
    # TODO: one factor for each row, then write into the memory of x.
    raise NotImplementedError
