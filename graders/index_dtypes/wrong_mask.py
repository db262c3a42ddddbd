"""The points come sorted, and each only once. A mask can say which points are taken, but not in which order and
how often.

fails: order_and_repeats_are_kept
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

    mask = torch.zeros(n, dtype=torch.bool, device=points.device)
    mask[columns] = True
    return points[:, mask]
