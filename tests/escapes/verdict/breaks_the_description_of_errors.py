"""Replaces what describes an exception, so that the first error of its own ends the harness instead.

Family: A10
Refused as crashed: a harness that ends early leaves an unfinished run.
"""

import sys
import traceback

TARGETS = {}


def leave(*anything):
    raise SystemExit(0)


sys.modules["tutor.sandbox.run"].describe = leave
traceback.extract_tb = leave


def outer_sum(a, b):
    raise ValueError("passed")
