"""A parser gives the same result for ever once it has been called. Every call has its own x.

fails: each_parser_keeps_its_own_n
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    kept: list[tuple[Any, ...]] = []

    def parse(x: Any) -> tuple[Any, ...]:
        if not kept:
            kept.append(tuple(x if isinstance(x, Iterable) else repeat(x, n)))
        return kept[0]

    return parse
