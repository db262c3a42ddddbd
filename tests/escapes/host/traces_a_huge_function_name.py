"""Writes a traceback of its own into the interpreter's trace pipe whose function has a name of many megabytes.

Family: B12
Refused as crashed or error: what a trace says is cut to the length of a name before it is told to anybody.
"""

import os

TRACE = 11

os.write(TRACE, b'\n  File "outer_sum.py", line 1 in ' + b"A" * (20 << 20) + b"\n")
os._exit(1)


def outer_sum(a, b):
    return a
