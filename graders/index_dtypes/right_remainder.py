"""Asks for the remainder after division by 1, and for the kind of dtype."""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    if not isinstance(index, Tensor):
        index = torch.tensor(index)
    if index.ndim != 1:
        raise ValueError(f"{index.ndim} dimensions")
    if index.dtype is torch.bool or index.dtype.is_complex:
        raise TypeError(str(index.dtype))
    if index.dtype.is_floating_point and not bool((index.double() % 1 == 0).all()):
        raise TypeError("not whole")
    return points[..., index.to(torch.int64)]
