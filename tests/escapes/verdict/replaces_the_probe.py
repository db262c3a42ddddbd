"""Replaces the probe that calls it by one that claims equality without calling.

Family: A10
Refused as failed: a probe's claims are compared with what the same probe saw of the reference.
"""

import sys

TARGETS = {}


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


sys.modules["probe"].table = lambda hand_in, case: {"table": Equal(), "inputs that changed": Equal()}


def outer_sum(a, b):
    return a
