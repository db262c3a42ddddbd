"""Replaces the code of the harness's functions in place, so that also those who hold them already run other code.

Family: D33
Refused as failed: what it is made to say is still an observation.
"""

import sys

TARGETS = {}


def observe_nothing(probes, hand_in, case, tensors, file):
    return {"observations": {"dict": [["table", True], ["inputs that changed", {"list": []}]]}}, b""


run = sys.modules["tutor.sandbox.run"]
run._run_case.__code__ = observe_nothing.__code__


def outer_sum(a, b):
    return a
