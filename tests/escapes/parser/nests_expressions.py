"""Has Python compile expressions nested a hundred thousand deep without a parenthesis: minus signs, calls, dots, elses.

Family: D35
Refused as failed or crashed or error: an overflowing stack takes down nothing but the process it is in.
"""

import contextlib

TARGETS = {}

DEPTH = 100_000
SOURCES = (
    "-" * DEPTH + "1",
    "x" + "()" * DEPTH,
    "x" + ".x" * DEPTH,
    "0 if x else " * DEPTH + "1",
    "not " * DEPTH + "x",
)
for source in SOURCES:
    with contextlib.suppress(RecursionError, MemoryError, SyntaxError):
        compile(source, "outer_sum.py", "eval")


def outer_sum(a, b):
    return a
