"""The steps through memory are computed from the shape. They belong to a contiguous tensor; a view such as
a transpose has strides of its own.

fails: the_layout_of_x_does_not_matter
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    plane = 1
    for size in rest:
        plane *= size
    numbers = x.as_strided((n, c // groups, groups, plane), (c * plane, plane, c // groups * plane, 1))
    return numbers.reshape(x.shape).contiguous()
