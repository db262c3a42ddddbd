"""Computes a number so large that Python is busy in one instruction, during which it handles no signal.

Family: D35
Refused as timeout: the process is killed from outside.
"""

TARGETS = {}


def outer_sum(a, b):
    return 9**9**9
