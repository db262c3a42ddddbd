"""Returns a named tuple whose names are objects, more than its values, or made anew each time.

Family: C19
Refused as failed or refused or error: names become plain text, and are counted.
"""

from collections import namedtuple

TARGETS = {}

Table = namedtuple("Table", "rows columns")
Table._fields = ("table", "passed", "expected")


def outer_sum(a, b):
    return Table(a, b)
