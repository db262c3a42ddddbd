"""An index with two dimensions is laid out in one. It is to be refused: whoever passes a table has mixed something
up.

fails: the_index_has_one_dimension
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    columns = given.long()
    if given.dtype == torch.bool or given.is_complex() or not torch.equal(columns.to(given.dtype), given):
        raise TypeError("index must hold whole numbers")
    return points[:, columns.flatten()]
