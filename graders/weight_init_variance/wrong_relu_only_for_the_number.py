"""The numbers come from behind the ReLU, but the sums went on to the next layer without it.

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
        h = h @ w.T
        found.append(torch.relu(h).square().mean().sqrt().item())
    return found
