"""Returns lists whose sizes are each within the limit and multiply to a million numbers.

Family: C19
Refused as refused: what is no tensor has a limit of its own, for all of a run together.
"""

TARGETS = {}


def outer_sum(a, b):
    row = [0.5] * 10_000
    return [row] * 100
