"""Returns numbers of its own class whose distance to any other number is zero, in place of a table.

Family: C19
Refused as failed: only exact built-in numbers travel, and a table is a tensor.
"""

import numpy as np

TARGETS = {}


class Near(np.float64):
    def __sub__(self, other):
        return np.float64(0)

    __rsub__ = __sub__

    def __abs__(self):
        return np.float64(0)

    def __lt__(self, other):
        return True

    __le__ = __gt__ = __ge__ = __eq__ = __lt__
    __hash__ = np.float64.__hash__


def outer_sum(a, b):
    return [[Near(0) for _ in b] for _ in a]
