"""A NumPy array raises an error: lists become tensors, and arrays do not. torch.as_tensor takes both.

fails: lists_and_arrays_are_indices_too
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    if isinstance(index, list):
        index = torch.tensor(index)
    if index.dim() != 1:
        raise ValueError("index must have one dimension")
    if index.dtype == torch.bool or index.is_complex() or not torch.equal(index.long().to(index.dtype), index):
        raise TypeError("index must hold whole numbers")
    return points[:, index.long()]
