"""One value is repeated n + 1 times: once itself, and n times more. There are n of it in all.

fails: a_number_is_repeated_n_times
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            return tuple(x)
        return tuple([x, *repeat(x, n)])

    return parse
