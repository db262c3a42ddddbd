"""Makes a symbolic link in its own scratch folder that leads outside, and writes, reads and renames through it.

Family: D35
Profile: multi
Refused as failed: Landlock makes no symbolic link, and where it did, the root folder of the run has no such target.
"""

import os
from pathlib import Path

TARGETS = {}

home = os.environ["HOME"] if os.path.isdir(os.environ["HOME"]) else TARGETS["folder"]
for number, target in enumerate((TARGETS["victim_file"], TARGETS["folder"], f"/proc/{TARGETS['victim']}/root")):
    link = Path(home, f"{TARGETS['mark']}{number}")
    try:
        link.symlink_to(target)
        print("THROUGH", os.listdir(link) if link.is_dir() else link.write_text("through a link"))
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
