"""Moves pages of files into pipes without copying them, the way by which read-only files were once changed.

Family: D38
Refused as failed: no profile splices.
"""

import os

reader, writer = os.pipe()
try:
    file = os.open(os.__file__, os.O_RDONLY)
    print("THROUGH", os.splice(file, writer, 1, offset_src=0) if hasattr(os, "splice") else 0)
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
