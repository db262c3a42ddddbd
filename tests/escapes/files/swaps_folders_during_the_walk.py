"""Swaps a folder and a link to outside as fast as it can while another process opens files below it.

Family: D35
Profile: multi
Refused as failed: Landlock makes no symbolic link, and where it did, the root folder of the run has no such target.
"""

import os
import signal
import tempfile
from pathlib import Path

TARGETS = {}
ORDER = (("folder", "kept"), ("link", "folder"), ("folder", "link"), ("kept", "folder"))


def race():
    swapper = os.fork()
    while swapper == 0:
        for old, new in ORDER:
            os.rename(old, new)
    for _ in range(20000):
        try:
            file = os.open("folder/results.json", os.O_RDWR)
            if os.read(file, 20) == b'{"score": 0}':
                print("THROUGH", os.write(file, b"won the race"))
                break
            os.close(file)
        except OSError:
            continue
    os.kill(swapper, signal.SIGKILL)


try:
    os.chdir(os.environ["HOME"] if os.path.isdir(os.environ["HOME"]) else tempfile.mkdtemp(dir=TARGETS["folder"]))
    os.mkdir("folder")
    Path("folder/results.json").write_text("{}")
    os.symlink(TARGETS["folder"], "link")
    race()
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
