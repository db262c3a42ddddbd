"""Adds one row after the other."""

from torch import stack


def outer_sum(a, b):
    print("rows:", len(a))
    return stack([entry + b for entry in a.unbind()], dim=0)
