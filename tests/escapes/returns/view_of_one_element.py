"""Returns a table of the right shape whose strides are zero, so that every entry is the same number in memory.

Family: C21
Refused as failed: each entry is written out before it travels.
"""

TARGETS = {}


def outer_sum(a, b):
    return (a[:1] + b[:1]).expand(len(a), len(b))
