"""Only integers and floats are repeated; None or a dtype raises TypeError. Whatever cannot be iterated over is one value.

fails: every_single_value_is_repeated
"""

from collections.abc import Callable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, (int, float)):
            return tuple(repeat(x, n))
        return tuple(x)

    return parse
