"""A transposed or sliced tensor of points raises an error: a view can only flatten what lies in one piece in
memory.

fails: points_keep_their_dtype_in_any_layout
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    columns = given.long()
    if given.dtype == torch.bool or given.is_complex() or not torch.equal(columns.to(given.dtype), given):
        raise TypeError("index must hold whole numbers")
    n = points.shape[1]
    if ((columns < -n) | (columns >= n)).any():
        raise IndexError("an entry is out of range")

    rows = torch.arange(points.shape[0], device=points.device)[:, None]
    return points.view(points.numel())[rows * n + (columns % max(n, 1)).to(points.device)]
