"""A tuple with one entry is treated as if it were that entry, and repeated. It can be iterated over, so it is read out.

fails: their_number_is_not_looked_at
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            entries = tuple(x)
            return entries * n if len(entries) == 1 else entries
        return tuple(repeat(x, n))

    return parse
