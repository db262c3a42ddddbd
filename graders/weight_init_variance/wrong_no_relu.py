"""Nothing was set to 0: the layers are linear here. After each sum there is a ReLU.

fails: one_layer_is_measured_after_its_relu
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = [-3, 0, -6]


def signal_rms(x: Tensor, weights: Sequence[Tensor]) -> list[float]:
    h = x
    found = []
    for w in weights:
        h = h @ w.T
        found.append(h.square().mean().sqrt().item())
    return found
