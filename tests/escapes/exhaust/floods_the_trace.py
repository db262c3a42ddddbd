"""Writes into the interpreter's trace pipe as fast as it can, for the supervisor to keep in its own memory.

Family: D37
Refused as crashed or error: the supervisor keeps no more of it than a traceback needs.
"""

import os

TRACE, MEBIBYTE = 11, b"no traceback at all " * 52429

for _ in range(500):
    os.write(TRACE, MEBIBYTE)
os._exit(1)


def outer_sum(a, b):
    return a
