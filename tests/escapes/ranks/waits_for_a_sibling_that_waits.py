"""Deadlocks: two processes each hold a pipe open that the other one waits for the end of.

Family: C30
Profile: multi
Refused as timeout: the clock is the supervisor's, and all processes of the run end with it.
"""

import os

TARGETS = {}


def outer_sum(a, b):
    first, second = os.pipe(), os.pipe()
    mine, theirs = (first, second) if os.fork() else (second, first)
    os.read(mine[0], 1)
    os.write(theirs[1], b"!")
    return a
