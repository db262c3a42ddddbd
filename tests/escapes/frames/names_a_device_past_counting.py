"""Sends devices whose index is no index: beyond 64 bits, negative, of a kind that does not exist.

Family: B17
Refused as refused or failed: a device that cannot be named is no observation.
"""

import sys

TARGETS = {}

values = iter(["cuda:99999999999999999999", 10**30, -1, "cuda:-1", "passed"])
run = sys.modules["tutor.sandbox.run"]
run.encode = lambda value: ({"dict": [["table", {"device": next(values)}]]}, b"")


def outer_sum(a, b):
    return a
