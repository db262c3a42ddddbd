"""Ends the process with status 0 in the middle of the first call, so that no wrong value is ever reported.

Family: A2
Refused as crashed: a case that was started and never answered counts as not passed.
"""

import os

TARGETS = {}


def outer_sum(a, b):
    os._exit(0)
