"""Joining tensors along a dimension, with the skip connection of a U-Net as the example.

Read the lesson `torch_cat`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple: a shape as a tuple, and a dtype as a string.
# If the snippet raises an exception, write the exception's name as a string instead, such as "ValueError".
PREDICT_1 = ...


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    """Join the centre of `skip` and `up` along the channels, as a U-Net does (https://arxiv.org/abs/1505.04597).

    up: (N, Cu, h, w), of any dtype.
    skip: (N, Cs, H, W) with H >= h and W >= w, of any dtype. Its window of h rows and w columns begins at row
        (H - h) // 2 and column (W - w) // 2.
    Returns (N, Cs + Cu, h, w): the channels of `skip` first; the dtype is what PyTorch promotes the two dtypes to.
    Raises ValueError when `skip` has fewer rows or fewer columns than `up`. Changes neither input.
    """
    # TODO: cut the window out of the centre of `skip`, then join.
    raise NotImplementedError
