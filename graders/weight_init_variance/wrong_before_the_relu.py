"""The number belongs to the sums that go into the ReLU. What the next layer receives comes out of it.

fails: one_layer_is_measured_after_its_relu
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = x
    found = []
    for w in weights:
        s = h @ w.T
        h = torch.relu(s)
        found.append(s.square().mean().sqrt().item())
    return found
