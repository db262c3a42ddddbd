"""Closes the descriptor for results, so that no wrong value can be reported, and goes on as if nothing were wrong.

Family: B12
Refused as crashed: nothing reported is not passed.
"""

import os

TARGETS = {}

os.close(10)


def outer_sum(a, b):
    return a
