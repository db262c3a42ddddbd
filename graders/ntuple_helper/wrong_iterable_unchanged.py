"""A list comes out as a list, because what can be iterated over is handed back as it is. Code that compares the settings
of two layers needs a tuple.

fails: several_values_become_a_tuple_of_them
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return x
        return tuple(repeat(x, n))

    return parse
