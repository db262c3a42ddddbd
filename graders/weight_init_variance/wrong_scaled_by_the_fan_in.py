"""The sums were divided by the root of the fan-in. The weights are used as they are; their size is what is being measured.

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
        h = torch.relu(h @ w.T / w.shape[1] ** 0.5)
        found.append(h.square().mean().sqrt().item())
    return found
