"""Raises KeyboardInterrupt, which many runners take for the user's wish to stop without a result.

Family: A3
Refused as error: it is an exception of the hand-in like any other.
"""

TARGETS = {}


def outer_sum(a, b):
    raise KeyboardInterrupt
