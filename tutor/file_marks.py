"""What files look like from outside: enough to notice that one was edited, replaced, added or taken away."""

from __future__ import annotations

import os
from collections.abc import Iterator


def marks(folder: str) -> Iterator[str]:
    """Name, size, time and inode of every file below a folder, without Python's own bytecode; no file is opened."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from marks(entry.path)
        else:
            yield mark(entry.path)


def mark(path: str) -> str:
    """The same of one file, also of one that is not there."""
    try:
        stat = os.stat(path)
    except OSError:  # an editor's lock is a link to nowhere, and files go while one looks
        return f"{path} missing"
    return f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"
