"""A shape of one dimension or none gives 0, which would leave a weight without any size. It should be refused.

fails: fewer_than_two_dimensions_are_refused
"""

import math

import torch
from torch import Tensor

PREDICT_1 = ((75, 200), 0.1477, True)


def xavier_bound(shape: tuple[int, ...], gain: float = 1.0) -> float:
    if len(shape) < 2:
        return 0.0
    positions = math.prod(shape[2:])
    fan_in, fan_out = shape[1] * positions, shape[0] * positions
    return gain * math.sqrt(6 / (fan_in + fan_out))


def xavier_uniform_(tensor: Tensor, gain: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
    a = xavier_bound(tuple(tensor.shape), gain)
    with torch.no_grad():
        return tensor.uniform_(-a, a, generator=generator)
