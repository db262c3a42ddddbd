"""Every layer worked on the batch itself. A layer receives what the one before it gave.

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
        h = torch.relu(x @ w.T)
        found.append(h.square().mean().sqrt().item())
    return found
