"""The result is a list. A tuple cannot be changed behind the back of the layer that keeps it.

fails: a_number_is_repeated_n_times
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return list(x)
        return list(repeat(x, n))

    return parse
