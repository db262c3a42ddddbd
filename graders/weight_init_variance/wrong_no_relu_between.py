"""The ReLU of the last layer is there; the layers before it are linear.

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
        if w is weights[-1]:
            h = torch.relu(h)
        found.append(h.square().mean().sqrt().item())
    return found
