"""The result is float32, whatever the points are: it is filled into a tensor that is made without a dtype.

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
    result = torch.zeros(points.shape[0], len(columns), device=points.device)
    result[:] = points[:, columns]
    return result
