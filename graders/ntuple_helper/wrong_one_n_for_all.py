"""All parsers repeat as often as the one that was made last. The n has to stay with the parser.

fails: each_parser_keeps_its_own_n
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))

times = 0


def _ntuple(n: int) -> Callable[[Any], tuple[Any, ...]]:
    global times
    times = n
    return parse


def parse(x: Any) -> tuple[Any, ...]:
    if isinstance(x, Iterable):
        return tuple(x)
    return tuple(repeat(x, times))
