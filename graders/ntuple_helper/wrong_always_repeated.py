"""Several values are repeated as if they were one: a list of two comes out twice in a tuple. Only a single value is
repeated.

fails: several_values_become_a_tuple_of_them
"""

from collections.abc import Callable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        return tuple(repeat(x, n))

    return parse
