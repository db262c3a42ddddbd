"""A generator or an iterator gives an empty tuple: it has been read through before, and that works only once.

fails: everything_that_can_be_iterated_over_counts
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable) and len(list(x)) >= 0:
            return tuple(x)
        return tuple(repeat(x, n))

    return parse
