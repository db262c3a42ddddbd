"""Returns the right numbers as complex ones, with an imaginary part of zero.

Family: C21
Refused as failed: the dtype is compared too.
"""

TARGETS = {}


def outer_sum(a, b):
    return (a[:, None] + b) * (1 + 0j)
