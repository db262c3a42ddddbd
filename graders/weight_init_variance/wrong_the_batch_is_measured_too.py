"""There is one number too many: the batch itself is in front. Numbers belong to layers.

fails: there_is_one_float_for_each_layer
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = x
    found = [x.square().mean().sqrt().item()]
    for w in weights:
        h = torch.relu(h @ w.T)
        found.append(h.square().mean().sqrt().item())
    return found
