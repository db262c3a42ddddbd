"""Xavier initialization: how far from zero the weights of a layer may begin.

Read the lesson `xavier_initialization`, then complete the functions and write down your prediction.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple: (two integers), a number, a boolean.
PREDICT_1 = ...


def xavier_bound(shape: tuple[int, ...], gain: float = 1.0) -> float:
    """The a for which weights from U(-a, a) keep the variance forward and backward.

    shape: (out, in, *kernel) of the weight, of positive integers; the kernel may have any number of axes, or none.
    gain: makes up for the activation; it multiplies the weights.
    Returns a plain float.
    Raises ValueError for a shape with fewer than two dimensions.
    Source: Glorot and Bengio 2010, equation 16 (https://proceedings.mlr.press/v9/glorot10a.html).
    """
    # TODO: work out the two fans, then the bound.
    raise NotImplementedError


def xavier_uniform_(tensor: Tensor, gain: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
    """Fill `tensor` in place with values from U(-a, a), for extra points.

    tensor: at least two dimensions, any floating dtype and layout; it may be a parameter that requires grad.
    generator: where the random numbers come from; None is PyTorch's global generator.
    Returns the same tensor; autograd records nothing.
    See https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_uniform_
    """
    # TODO: fill the tensor between the two bounds, unseen by autograd.
    raise NotImplementedError
