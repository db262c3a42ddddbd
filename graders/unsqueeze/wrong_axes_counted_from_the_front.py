"""With a batch in front, the new axes are at the wrong places: they are counted from the front.
Counted from the end, an axis is the same one with and without a batch.

fails: a_batch_has_distances_of_its_own
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.unsqueeze(1) - b.unsqueeze(0)) ** 2).sum(-1)
