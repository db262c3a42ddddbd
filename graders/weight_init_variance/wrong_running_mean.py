"""Each number is the mean over all layers so far. A layer is measured by itself.

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
        h = torch.relu(h @ w.T)
        found.append(h.square().mean().sqrt().item())
    return [sum(found[: i + 1]) / (i + 1) for i in range(len(found))]
