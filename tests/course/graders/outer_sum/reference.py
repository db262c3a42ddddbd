"""Broadcasts a column over a row."""

from torch import Tensor


def outer_sum(a: Tensor, b: Tensor) -> Tensor:
    return a[:, None] + b
