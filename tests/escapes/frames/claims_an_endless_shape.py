"""Claims shapes without values that no tensor has: beyond 64 bits, negative, with a million dimensions.

Family: B17
Refused as failed or refused: a shape is compared with a shape, and nothing is allocated for it.
"""

import sys

TARGETS = {}

shapes = iter([[10**4000], [-1, -5], [1] * 500_000, ["7" * 4000], [10**30] * 100])
run = sys.modules["tutor.sandbox.run"]
run.encode = lambda value: (
    {"dict": [["table", {"shape": next(shapes), "of": "torch.float64", "on": "cpu"}]]},
    b"",
)


def outer_sum(a, b):
    return a
