"""Tuples and lists inside a list are taken apart, so there are more entries than went in.

fails: several_values_become_a_tuple_of_them
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(e for entry in x for e in (entry if isinstance(entry, (list, tuple)) else [entry]))
        return tuple(repeat(x, n))

    return parse
