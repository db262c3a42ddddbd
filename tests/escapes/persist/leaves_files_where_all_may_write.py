"""Leaves a file in every folder in which everybody may write, for its next run to read.

Family: D34
Refused as failed: those folders are not there, or are the run's own and gone with it.
"""

from pathlib import Path

TARGETS = {}

for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/var/crash", "/dev/mqueue", TARGETS["folder"]):
    path = Path(folder, TARGETS["mark"])
    try:
        before = path.exists()
        path.write_text("kept")
        print("left" if folder == "/dev/shm" else "THROUGH", path, before)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
