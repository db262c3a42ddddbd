"""Puts the descriptor for results to standard output, where a reader of the output might believe it.

Family: B12
Refused as crashed: what arrives as output is output, and the run ended without its frames.
"""

import os

TARGETS = {}

os.dup2(1, 10)


def outer_sum(a, b):
    return a
