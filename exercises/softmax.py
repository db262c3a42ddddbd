"""Softmax: scores become shares of one, along whichever dimension you name.

Read the lesson `softmax`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of two floats.
PREDICT_1 = ...


def softmax(x: Tensor, dim: int) -> Tensor:
    """The exponential of each value, divided by the sum of the exponentials along `dim`.

    x: of any shape, memory layout and floating dtype; values may be large, and -inf may occur.
    dim: a dimension of x, counted from the front (0, 1, ...) or from the back (-1, -2, ...).
    Returns a tensor with the shape, dtype and device of `x`, whose values along `dim` are 0 or more and sum to 1.
    It is finite wherever the values of x are, however large. Gradients flow back to x. Changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html
    """
    # TODO: choose what to subtract before the exponential, then divide along dim.
    raise NotImplementedError
