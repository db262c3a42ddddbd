"""The batch has lost its negative entries for everybody who holds it. Its values should stay.

fails: nothing_given_is_changed
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
        x.detach().relu_()
        found.append(h.square().mean().sqrt().item())
    return found
