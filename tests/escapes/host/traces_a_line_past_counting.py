"""Writes a traceback of its own into the interpreter's trace pipe, with a line number too long for Python to read.

Family: B12
Refused as crashed: the trace is read as text that anybody may have written.
"""

import os

TRACE = 11

os.write(TRACE, b'  File "outer_sum.py", line ' + b"9" * 5000 + b" in outer_sum\n")
os._exit(1)


def outer_sum(a, b):
    return a
