"""Rewrites its code objects and the line cache so that every traceback points into the grader's files.

Family: D33
Refused as error: only lines said to be of the hand-in's own file are shown, and they change no outcome.
"""

import linecache

TARGETS = {}


def outer_sum(a, b):
    raise AssertionError("the reference of this lesson is wrong")


FILE = "graders/outer_sum/reference.py"
linecache.cache[FILE] = (10, None, ["assert False, 'wrong reference'\n"] * 50, FILE)
outer_sum.__code__ = outer_sum.__code__.replace(co_filename=FILE, co_name="judge", co_firstlineno=10**6)
