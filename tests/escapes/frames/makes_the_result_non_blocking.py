"""Makes the descriptor for results non-blocking and fills it, so that the harness fails to write the wrong values.

Family: B17
Refused as crashed or refused: frames that could not be written leave the run unfinished.
"""

import contextlib
import os

TARGETS = {}


def outer_sum(a, b):
    os.set_blocking(10, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(10, bytes(1 << 16))
    return a
