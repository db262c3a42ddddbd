"""Prints as fast as it can, to both outputs and past Python's buffers.

Family: D37
Refused as error: what floods any of its pipes is stopped.
"""

import os

while True:
    os.write(1, b"more and more\n" * 1000)
    os.write(2, b"and more\n" * 1000)


def outer_sum(a, b):
    return a
