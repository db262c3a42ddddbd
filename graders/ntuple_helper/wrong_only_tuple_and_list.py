"""A generator, a range or a string is repeated as if it were one value. Whatever can be iterated over is several values.

fails: everything_that_can_be_iterated_over_counts
"""

from collections.abc import Callable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, (tuple, list)):
            return tuple(x)
        return tuple(repeat(x, n))

    return parse
