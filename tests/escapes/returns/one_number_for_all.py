"""Returns a tensor without dimensions, which broadcasts to any table it is compared with.

Family: C21
Refused as failed: shapes are compared before values.
"""

TARGETS = {}


def outer_sum(a, b):
    return (a.sum() + b.sum()) / 2
