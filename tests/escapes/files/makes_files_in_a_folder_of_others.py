"""Makes files and folders where others keep theirs, also one without a name that is given one afterwards.

Family: D34
Refused as failed: the folder does not exist where the hand-in runs, and Landlock lets nothing be made there.
"""

import os
from pathlib import Path

TARGETS = {}


def without_a_name(path):
    hidden = os.open(TARGETS["folder"], os.O_TMPFILE | os.O_RDWR)
    os.link(f"/proc/self/fd/{hidden}", path, follow_symlinks=True)


for make in (Path.touch, Path.mkdir, without_a_name):
    try:
        make(Path(TARGETS["folder"], f"{TARGETS['mark']}-{make.__name__}"))
        print("THROUGH", make.__name__)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
