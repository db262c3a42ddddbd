"""Refuses what is no index, casts to int64, and lets indexing do the rest."""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError(f"index has {given.dim()} dimensions instead of 1")
    columns = given.long()
    if given.dtype == torch.bool or given.is_complex() or (columns != given).any():
        raise TypeError(f"index holds {given.dtype}, which are not whole numbers")
    return points[:, columns]
