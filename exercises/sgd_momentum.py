"""Momentum: what torch.optim.SGD does in a step, and the moving average it is often taken for.

Read the lesson `sgd_momentum`, then complete the functions and write down your predictions.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

# What do the snippets "Predict 1" to "Predict 3" of the lesson evaluate to?
# 1 and 2: a list of three numbers.
PREDICT_1 = ...
PREDICT_2 = ...
# 3: a tuple of two lists of three numbers.
PREDICT_3 = ...


def sgd_step(
    params: list[Tensor],
    grads: list[Tensor | None],
    bufs: list[Tensor | None],
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> None:
    """One step of torch.optim.SGD, in place.

    params: leaf tensors of any floating dtype, shape and layout, which may require a gradient. They are written into.
    grads: a gradient for each, in the same dtype, or None, which leaves that parameter and its buffer alone. They stay
        as they are, and the caller fills the same tensors with new values before the next step.
    bufs: one entry for each parameter, None before its first step. The list is changed in place: with a momentum other
        than 0 it holds the velocity V of each parameter after the step, without a graph; with momentum 0 it is neither
        used nor changed.
    lr, momentum, dampening, weight_decay: numbers, 0 or more. nesterov comes with a momentum and without dampening.

    In this order: weight_decay * p joins the gradient; V becomes momentum * V + (1 - dampening) * gradient, or the
    gradient itself where there was no V; nesterov replaces the gradient by gradient + momentum * V, and momentum
    without nesterov by V; lr times that is taken away from p.
    See https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
    """
    # TODO: for each parameter: decay, velocity, update.
    raise NotImplementedError


def ema(values: Sequence[float], beta: float, bias_correction: bool = False) -> list[float]:
    """The exponential moving average of `values`: after each of them, V = beta * V + (1 - beta) * value.

    values: any number of numbers, also none. beta: 0 or more, below 1. V is 0 before the first value.
    bias_correction: whether the t-th result, counted from 1, is V / (1 - beta**t) instead of V.
    Returns a list with one float for each value.
    Source: Kingma and Ba 2015, https://arxiv.org/abs/1412.6980, section 3
    """
    # TODO: one multiplication and one addition for each value.
    raise NotImplementedError
