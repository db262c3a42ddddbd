"""Each number says only what its layer did to the signal, as if every layer received one of size 1.
The size of the signal itself is asked for, with all that came before in it.

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
    return [after / before for before, after in zip([1.0, *found], found)]
