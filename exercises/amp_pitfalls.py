"""Where half precision bites: squares, sums and constants that float16 cannot hold.

Read the lesson `amp_pitfalls`, then complete the function and write down your predictions.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple: a list of two numbers, to one decimal place, and
# a number. Infinity is written float("inf"), not a number is float("nan").
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of three numbers.
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A string: "registered", or the name of an exception.
PREDICT_3 = ...


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    """Each vector along `dim`, divided by its length: x / max(||x||, eps), without overflow or underflow on the way.

    x: of any shape and strides, float16, bfloat16, float32 or float64. float16 may hold any finite number; otherwise
        the values are 0, or between 1e-15 and 1e15 in size.
    dim: a dimension of x, counted from the front or from the back.
    eps: the smallest divisor, a float64 number also where x has fewer digits.
    Returns a tensor with the shape, dtype and device of `x`. A vector of zeros gives zeros.
    Gradients flow back to x, except that those of zero vectors are not defined. Changes no input.
    See https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.normalize.html
    """
    # TODO: compute where there is room, and come back last.
    raise NotImplementedError
