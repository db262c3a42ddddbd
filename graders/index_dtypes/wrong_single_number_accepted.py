"""An index without dimensions is accepted, and gives a point that has lost its second dimension. It has to be refused
like an index with two.

fails: the_index_has_one_dimension
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() > 1:
        raise ValueError("index must have one dimension")
    columns = given.long()
    if given.dtype == torch.bool or given.is_complex() or not torch.equal(columns.to(given.dtype), given):
        raise TypeError("index must hold whole numbers")
    return points[:, columns]
