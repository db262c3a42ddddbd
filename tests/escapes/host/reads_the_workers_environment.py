"""Reads the environment of the process that supervises it, which the continuous integration gave its token.

Family: B15
Refused as failed: there is no /proc where the hand-in runs.
"""

import os
from pathlib import Path

TARGETS = {}

for pid in (TARGETS["worker"], TARGETS["engine"], TARGETS["judge"], TARGETS["victim"], os.getppid()):
    try:
        print("THROUGH", pid, Path(f"/proc/{pid}/environ").read_bytes())
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
