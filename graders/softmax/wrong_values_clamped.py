"""Large values get equal shares: they are cut off before the exponential, and what told them apart is gone.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = x.clamp(-80.0, 80.0).exp()
    return weights / weights.sum(dim, keepdim=True)
