"""Computes small tables as it should and leaves out the last column of larger ones.

Family: C29
Refused as failed: the cases have several sizes.
"""

TARGETS = {}


def outer_sum(a, b):
    table = a[:, None] + b
    if table.numel() > 12:
        table[:, -1] = 0
    return table
