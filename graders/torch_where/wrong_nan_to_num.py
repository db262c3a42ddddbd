"""The result is repaired after the logarithm, which cannot repair the gradient: on the way back the infinite slope
of the logarithm comes last. It also replaces infinities that are right.

fails: the_gradient_is_zero_where_fill_stands
"""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return x.log().nan_to_num(nan=fill, neginf=fill)
