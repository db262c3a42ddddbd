"""One place for every number of the result, with gather."""

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

    columns = torch.where(columns < 0, columns + n, columns).to(points.device)
    return points.gather(1, columns.expand(points.shape[0], -1))
