"""The caller's list of weights is empty afterwards. Reading from a list is enough.

fails: nothing_given_is_changed
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = x
    found = []
    while weights:
        w = weights.pop(0)
        h = torch.relu(h @ w.T)
        found.append(h.square().mean().sqrt().item())
    return found
