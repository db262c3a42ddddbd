"""functools.partial fixes n in a function of two arguments."""

from collections.abc import Iterable
from functools import partial
from itertools import repeat

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def parse(n, x):
    return tuple(x if isinstance(x, Iterable) else repeat(x, n))


def _ntuple(n):
    return partial(parse, n)
