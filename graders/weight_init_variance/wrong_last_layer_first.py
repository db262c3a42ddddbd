"""The numbers run from the last layer to the first.

fails: each_layer_works_on_what_the_one_before_gave
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
        found.insert(0, h.square().mean().sqrt().item())
    return found
