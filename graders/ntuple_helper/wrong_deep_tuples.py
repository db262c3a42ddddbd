"""Lists inside a list are turned into tuples as well. Only the outermost one is; its entries stay what they are.

fails: several_values_become_a_tuple_of_them
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(tuple(entry) if isinstance(entry, list) else entry for entry in x)
        return tuple(repeat(x, n))

    return parse
