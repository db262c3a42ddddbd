"""Holds constants that a compiler would work out beforehand: strings of gigabytes, numbers of a billion bits.

Family: D35
Refused as out_of_memory or error: the compiler leaves them, and running them meets the limit on memory.
"""

TARGETS = {}


def outer_sum(a, b):
    return "a" * 10**10 + "b" * (1 << 40), (1 << 10**9) << 10**9, ((1,) * 10**6) * 10**6
