"""Making tensors: what torch.Tensor and torch.tensor do with the same numbers.

Read the lesson `tensor_constructors`, then complete the function and write down your prediction.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

# What does the snippet "Predict" of the lesson evaluate to? A tuple: a tuple of sizes, then two dtypes.
# Write a dtype such as torch.float64.
PREDICT_1 = ...


def column(numbers: Sequence[bool | int | float], dtype: torch.dtype | None = None) -> Tensor:
    """A column with one number in each row, exactly as given.

    numbers: any sequence of N numbers, N may be 0.
    dtype: the dtype of the column; None is what PyTorch infers from the numbers.
    Returns a tensor of shape (N, 1).
    """
    # TODO: make a tensor of the numbers, then a column of the tensor.
    raise NotImplementedError
