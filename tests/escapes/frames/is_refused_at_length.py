"""Sends an observation of an unknown kind whose name has 100000 control characters, for the error to repeat.

Family: B17
Refused as refused: an error names only the beginning of what it found.
"""

import os
import sys

TARGETS = {}

sys.modules["tutor.sandbox.run"].encode = lambda value: ({"\x00" * 100_000: 0}, b"")


def outer_sum(a, b):
    return os.name
