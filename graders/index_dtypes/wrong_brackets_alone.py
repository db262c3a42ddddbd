"""The dtype of the index decides what the brackets make of it: uint8 selects like a mask, and int16 raises an error. Here
they all hold positions.

fails: every_integer_dtype_is_an_index
"""

from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    return points[:, index]
