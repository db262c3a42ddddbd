"""Several values are repeated as a whole, so there are tuples in the tuple. Only a single value is repeated.

fails: several_values_become_a_tuple_of_them
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(repeat(tuple(x), n))
        return tuple(repeat(x, n))

    return parse
