"""Unsqueeze: a new axis of size 1, so that everything meets everything.

Read the lesson `unsqueeze`, then complete the function and write down your prediction.
"""

from torch import Tensor

# What does the snippet "Predict" of the lesson evaluate to? A tuple of three tuples of sizes.
PREDICT_1 = ...


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    """The squared distance of every point of `a` from every point of `b`.

    a: N points of D coordinates, shape (..., N, D), floating.
    b: M points of D coordinates, shape (..., M, D), same dtype and device.
    The dimensions in front broadcast; N, M and D may be 0.
    Returns a tensor of shape (..., N, M): entry [..., i, j] belongs to a[..., i, :] and b[..., j, :].
    Changes neither input.
    """
    # TODO: give each a new axis where the other has its points.
    raise NotImplementedError
