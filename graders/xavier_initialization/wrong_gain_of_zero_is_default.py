"""A gain of 0 was taken for no gain at all. It is a number like the others.

fails: the_gain_multiplies_the_weights
"""

import math

import torch
from torch import Tensor

PREDICT_1 = ((75, 200), 0.1477, True)


def xavier_bound(shape: tuple[int, ...], gain: float = 1.0) -> float:
    if len(shape) < 2:
        raise ValueError(f"a weight needs at least two dimensions; its shape is {shape}")
    gain = gain or 1.0
    positions = math.prod(shape[2:])
    fan_in, fan_out = shape[1] * positions, shape[0] * positions
    return gain * math.sqrt(6 / (fan_in + fan_out))


def xavier_uniform_(tensor: Tensor, gain: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
    a = xavier_bound(tuple(tensor.shape), gain)
    with torch.no_grad():
        return tensor.uniform_(-a, a, generator=generator)
