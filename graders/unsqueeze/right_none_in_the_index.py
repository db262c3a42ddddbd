"""New axes by indexing, and the square as a product."""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    difference = a[..., :, None, :] - b[..., None, :, :]
    return (difference * difference).sum(dim=-1)
