"""Without the extra points.

stretch: no
"""

from math import sqrt

PREDICT_1 = ((75, 200), 0.1477, True)


def fans(shape):
    rows = 1
    for size in shape[2:]:
        rows *= size
    try:
        return shape[1] * rows, shape[0] * rows
    except IndexError:
        raise ValueError("a weight has at least two dimensions") from None


def xavier_bound(shape, gain=1.0):
    return gain * sqrt(6) / sqrt(sum(fans(shape)))


def xavier_uniform_(tensor, gain=1.0, generator=None):
    raise NotImplementedError
