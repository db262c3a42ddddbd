"""_ntuple(n) gives a tuple at once, so there is nothing left to call. It should give a function that waits for x.

fails: a_number_is_repeated_n_times
"""

from collections.abc import Iterable
from itertools import repeat

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))


def _ntuple(n, x=None):
    if isinstance(x, Iterable):
        return tuple(x)
    return tuple(repeat(x, n))
