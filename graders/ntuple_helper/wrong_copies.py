"""The entries are copies. A layer would keep another object than the one it was given.

fails: the_values_are_handed_on
"""

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(deepcopy(entry) for entry in x)
        return tuple(deepcopy(x) for _ in range(n))

    return parse
