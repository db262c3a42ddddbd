"""Leaves files in folders without the right to list them, which whoever clears up as the same user cannot remove.

Family: D35
Profile: files
Refused as failed: what is left is opened up before it is removed, or is gone with the run.
"""

import os
from pathlib import Path

TARGETS = {}


def outer_sum(a, b):
    for number in range(20):
        folder = Path(os.environ["HOME"], f"closed{number}")
        try:
            folder.mkdir(mode=0o300)
            (folder / "kept").write_bytes(bytes(1 << 20))
        except OSError as error:
            print(error)
    return a
