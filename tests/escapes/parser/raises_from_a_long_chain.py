"""Raises an exception whose causes and contexts form a circle, with a group of ten thousand others in it.

Family: D35
Refused as error: only the exception itself is described.
"""

TARGETS = {}


def outer_sum(a, b):
    first, second = ValueError("passed"), ValueError("passed")
    first.__cause__, second.__cause__ = second, first
    group = ExceptionGroup("g", [first] * 10_000)
    for _ in range(10_000):
        group = ExceptionGroup("g", [group])
    first.__notes__ = [1, None, "passed" * 100_000]
    raise group from first
