"""An empty tuple is repeated as if it were one value. It is several values, and there happen to be none.

fails: their_number_is_not_looked_at
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        entries = tuple(x) if isinstance(x, Iterable) else ()
        if entries:
            return entries
        return tuple(repeat(x, n))

    return parse
