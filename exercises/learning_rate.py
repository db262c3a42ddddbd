"""The learning rate: gradient descent by hand, and what a rate that is too large does.

Read the lesson `learning_rate`, then complete the function and write down your prediction.
"""

from collections.abc import Callable

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of four numbers.
PREDICT_1 = ...


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    """Walk down the gradient of `f` from `w0`, and return every place on the way.

    f: takes a tensor like w0 and returns a scalar tensor; autograd can differentiate it.
    w0: the start, floating, of any shape and memory layout; may require a gradient. It stays as it is, .grad included.
    lr: the learning rate. steps: how many steps, 0 or more.
    Returns a tensor of shape (steps + 1, *w0.shape) with the dtype and device of w0: row 0 is w0, and row i + 1 is
    row i minus lr times the gradient of f at row i. It has no graph, and memory of its own. Large rates are not
    stopped or limited.
    See https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
    """
    # TODO: take a copy, then step by step: gradient, update, write down.
    raise NotImplementedError
