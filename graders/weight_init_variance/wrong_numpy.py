"""A tensor that requires grad cannot be handed to NumPy as it is. Weights of a real layer require grad.

fails: x_may_have_any_layout_and_dtype
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = x
    found = []
    for w in weights:
        h = torch.relu(h @ w.T)
        found.append(float((h.numpy() ** 2).mean() ** 0.5))
    return found
