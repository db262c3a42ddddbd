"""Calls sys.exit(0) inside the function, which passes every `except Exception` on its way to the exit status.

Family: A1
Refused as error: the harness takes every exception for what it is and goes on with the next case.
"""

import sys

TARGETS = {}


def outer_sum(a, b):
    sys.exit(0)
