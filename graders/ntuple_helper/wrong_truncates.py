"""Entries beyond the first n are cut off. The number of entries is not looked at.

fails: their_number_is_not_looked_at
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(x)[:n]
        return tuple(repeat(x, n))

    return parse
