"""Fills the input with ones and the result with fill."""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    bad = ~(x > 0)
    return x.masked_fill(bad, 1).log().masked_fill(bad, fill)
