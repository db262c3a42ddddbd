"""The lengths of the vectors count: a dot product is the cosine times both lengths.

fails: each_prediction_is_compared_with_the_other_view
"""

from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x + (x.round() - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    first = (p1 * z2.detach()).sum(dim=1)
    second = (p2 * z1.detach()).sum(dim=1)
    return -(first.mean() + second.mean()) / 2
