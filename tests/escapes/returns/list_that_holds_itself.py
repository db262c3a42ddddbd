"""Returns a list that holds itself, and a dict that holds itself as a value.

Family: C19
Refused as failed: after a number of levels, the encoding says that it is nested too deeply.
"""

TARGETS = {}


def outer_sum(a, b):
    table = [[0.0] * len(b)]
    table.append({"table": table, "again": (table,)})
    return table
