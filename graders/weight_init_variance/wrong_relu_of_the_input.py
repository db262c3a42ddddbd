"""The batch lost its negative entries before the first layer. A ReLU follows each sum; none comes first.

fails: one_layer_is_measured_after_its_relu
"""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = torch.relu(x)
    found = []
    for w in weights:
        h = torch.relu(h @ w.T)
        found.append(h.square().mean().sqrt().item())
    return found
