"""A partner of the wanted shape, and what broadcasting makes of x."""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    front = len(sizes) - x.dim()
    if front < 0 or -1 in sizes[:front]:
        raise RuntimeError("the sizes do not fit")
    shape = [old if size == -1 else size for size, old in zip(sizes, [0] * front + list(x.shape))]
    partner = x.new_empty(()).as_strided(shape, [0] * len(shape))
    view = torch.broadcast_tensors(x, partner)[0]
    if list(view.shape) != shape:
        raise RuntimeError("the sizes do not fit")
    return view


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return expand_view(x, *sizes)
