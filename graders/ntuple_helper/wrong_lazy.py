"""The result is an iterator, which can be read once and has no length. A tuple is asked for.

fails: a_number_is_repeated_n_times
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return iter(x)
        return repeat(x, n)

    return parse
