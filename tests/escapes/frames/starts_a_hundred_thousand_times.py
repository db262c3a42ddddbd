"""Says a hundred thousand times that the first case is starting, to keep the supervisor and the screen busy.

Family: B17
Refused as refused: a case starts once, and a run has no more frames than its cases need.
"""

import os

from tutor.wire import pack

TARGETS = {}


def outer_sum(a, b):
    for _ in range(100):
        os.write(10, pack({"starting": 0}) * 1000)
    return a
