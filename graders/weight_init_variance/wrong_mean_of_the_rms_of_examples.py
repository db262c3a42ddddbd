"""Each example gets a root mean square of its own, and their mean is reported. One mean over all entries comes before the root.

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
        found.append(h.square().mean(dim=1).sqrt().mean().item())
    return found
