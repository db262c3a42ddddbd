"""Another number of entries than n is refused with a ValueError. The number of entries is not looked at; whoever uses
the tuple finds out.

fails: their_number_is_not_looked_at
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Iterable):
            entries = tuple(x)
            if len(entries) != n:
                raise ValueError(f"{len(entries)} values instead of {n}")
            return entries
        return tuple(repeat(x, n))

    return parse
