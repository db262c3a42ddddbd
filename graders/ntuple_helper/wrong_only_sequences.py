"""What has a length and an order is read out, but a generator or an iterator is repeated as one value. It holds several
values too; they only come one at a time.

fails: everything_that_can_be_iterated_over_counts
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    def parse(x: Any) -> tuple[Any, ...]:
        if isinstance(x, Sequence) or hasattr(x, "__len__"):
            return tuple(x)
        return tuple(repeat(x, n))

    return parse
