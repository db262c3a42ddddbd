"""Leaves a path file among Python's packages, whose lines every later Python executes when it starts.

Family: D33
Only when confined: it would change the Python that runs the tests.
Refused as failed: the packages are mounted read-only, Landlock lets them be read, and seccomp writes nothing in solo.
"""

import os
import sys
from pathlib import Path

TARGETS = {}

for folder in [entry for entry in sys.path if os.path.isdir(entry)]:
    path = Path(folder, f"{TARGETS['mark']}.pth")
    try:
        path.write_text("# import os\n")
        print("THROUGH", path)
        path.unlink()
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
