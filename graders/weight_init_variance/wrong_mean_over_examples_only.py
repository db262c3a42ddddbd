"""The squares of all features of an example are added up, so wide layers look large. The mean runs over the features as well.

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
        h = torch.relu(h @ w.T)
        found.append(h.square().sum(dim=1).mean().sqrt().item())
    return found
