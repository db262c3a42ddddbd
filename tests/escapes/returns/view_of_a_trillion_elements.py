"""Returns one number expanded to a trillion entries, which takes no memory until somebody writes it out.

Family: C21
Refused as out_of_memory: writing it out happens in the sandbox, under its limit.
"""

TARGETS = {}


def outer_sum(a, b):
    return a[:1].expand(10**12)
