"""Removes its own scratch folder and leaves a link to outside in its place, for whoever clears it up to follow.

Family: D35
Profile: multi
Refused as failed: the folder is a mount of the run's own, and what clears up afterwards sees the one below it.
"""

import os
import shutil

TARGETS = {}

home = os.environ["HOME"]
os.chdir("/")
for attempt in (
    lambda: shutil.rmtree(home),
    lambda: os.rename(home, home + "-old"),
    lambda: os.symlink(TARGETS["folder"], home),
):
    try:
        attempt()
        print("done")
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
