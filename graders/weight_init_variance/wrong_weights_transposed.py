"""The weights were multiplied from the wrong side. They are (out, in), so that a row holds all weights of one output.

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
        h = torch.relu(h @ w)
        found.append(h.square().mean().sqrt().item())
    return found
