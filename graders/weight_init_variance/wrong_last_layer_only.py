"""There is one number, for the last layer. Each layer gets one.

fails: there_is_one_float_for_each_layer
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
        found.append(h.square().mean().sqrt().item())
    return found[-1:]
