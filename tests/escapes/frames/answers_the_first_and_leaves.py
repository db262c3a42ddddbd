"""Answers the first case as it should, and ends the process with a forged end before the cases it cannot answer.

Family: B12
Refused as refused: the end comes after the last case.
"""

import os

from tutor.wire import pack

TARGETS = {}

answered = []


def outer_sum(a, b):
    if answered:
        os.write(10, pack({"finished": True}))
        os._exit(0)
    answered.append(a)
    return a[:, None] + b
