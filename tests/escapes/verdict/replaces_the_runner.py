"""Replaces the function that runs a case by one that reports success without calling anything.

Family: A10
Refused as refused: what it can report is observations, and success is not one of them.
"""

import sys

TARGETS = {}


def success(*anything):
    return {"passed": True, "outcome": "passed", "observations": {"dict": [["passed", True], ["table", True]]}}, b""


run = sys.modules["tutor.sandbox.run"]
run._run_case = success
for name in ("Verdict", "compare", "overall_outcome"):
    setattr(run, name, success)


def outer_sum(a, b):
    return a
