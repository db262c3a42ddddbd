"""The scratch folder of a run that has no mount namespace, and so no file system of its own that would be full.

It lies among the machine's files, so the supervisor looks how full it is and removes it afterwards, whatever the run
put there. Nothing here follows a link, and every look does a bounded amount of work.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LEVELS = 64
"""Folders within folders; each holds a descriptor open during a look."""
MOST_MAPPED_DELETED = 16
"""Files that have no name and no descriptor any more, whose size nothing tells."""
_REST_PER_LOOK = 4
_OURS = "tutor-scratch-"
_BEING_MADE_SECONDS = 60
"""For as long, a folder without a lock may be one that is about to be locked."""
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_ALL_RIGHTS = 0o700


@dataclass
class Usage:
    """What a look found, up to the limits it was given."""

    size: int = 0
    files: int = 0
    levels: int = 0


class ScratchWatch:
    """Looks from time to time whether a scratch folder is over its limits."""

    def __init__(self, folder: str, most_bytes: int, most_files: int) -> None:
        self.folder, self.most_bytes, self.most_files = folder, most_bytes, most_files
        self._not_before = 0.0

    def excess(self, pid: int | None) -> str:
        """What the run did that is too much, or nothing; skips looks, so that looking takes a part of the time only."""
        started = time.monotonic()
        if started < self._not_before:
            return ""
        usage = measure(self.folder, self.most_files)
        mapped = _add_deleted(usage, pid, self.folder) if pid else 0
        ended = time.monotonic()
        self._not_before = ended + _REST_PER_LOOK * (ended - started)
        if usage.size > self.most_bytes:
            return f"wrote more than {self.most_bytes >> 20} MB of files"
        if usage.files > self.most_files or mapped > MOST_MAPPED_DELETED:
            return f"made more than {self.most_files:,} files"
        return f"made folders more than {MOST_LEVELS} deep" if usage.levels > MOST_LEVELS else ""


def measure(folder: str, most_files: int) -> Usage:
    """How much is in a folder; stops once there are more files, or deeper folders, than there may be."""
    usage = Usage()
    with contextlib.suppress(OSError):
        top = os.open(folder, _FOLDER)
        try:
            for about, level in _walk(top, 0):
                _count(usage, about)
                usage.levels = max(usage.levels, level)
                if usage.files > most_files or usage.levels > MOST_LEVELS:
                    break
        finally:
            os.close(top)
    return usage


def _walk(fd: int, level: int) -> Iterator[tuple[os.stat_result, int]]:
    with os.scandir(fd) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):  # it disappeared meanwhile
                yield entry.stat(follow_symlinks=False), level
                if entry.is_dir(follow_symlinks=False):
                    inside = open_folder(entry.name, fd)
                    try:
                        yield from _walk(inside, level + 1)
                    finally:
                        os.close(inside)


class ScratchFolder:
    """A folder of our own among the temporary ones, locked while we live, and gone when it is closed."""

    def __init__(self, kind: str, parent: str | None = None, mode: int = 0o700) -> None:
        self.path = tempfile.mkdtemp(prefix=f"{_OURS}{kind}-", dir=parent)
        self._lock = os.open(self.path, _FOLDER)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        os.fchmod(self._lock, mode)

    def close(self) -> None:
        """Remove it, with whatever is in it."""
        remove(self.path)
        os.close(self._lock)


def remove_left_over() -> None:
    """Remove the folders of those that were killed: nobody holds their lock any more."""
    around = tempfile.gettempdir()
    for name in os.listdir(around):
        path = os.path.join(around, name)
        with contextlib.suppress(OSError):
            if not name.startswith(_OURS) or time.time() - os.lstat(path).st_mtime < _BEING_MADE_SECONDS:
                continue
            folder = os.open(path, _FOLDER)
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(path)
            finally:
                os.close(folder)


def open_folder(name: str, parent: int) -> int:
    """Open a folder by its name, even one its owner took all rights from; a link is refused."""
    try:
        return os.open(name, _FOLDER, dir_fd=parent)
    except PermissionError:
        give_rights(name, parent)
        return os.open(name, _FOLDER, dir_fd=parent)


def give_rights(name: str, parent: int) -> None:
    """Let the owner read, change and enter a folder, and never what a link in its place points to."""
    handle = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
    try:
        os.chmod(f"/proc/self/fd/{handle}", _ALL_RIGHTS)
    finally:
        os.close(handle)


def _count(usage: Usage, about: os.stat_result) -> None:
    usage.files += 1
    usage.size += _size(about)


def _size(about: os.stat_result) -> int:
    """What a file says it holds or what it takes, whichever is more: one may have holes, the other be preallocated."""
    return max(about.st_size, about.st_blocks * 512)


def _add_deleted(usage: Usage, pid: int, folder: str) -> int:
    """Add the files that have no name any more but are still open; how many are only mapped is returned."""
    opened = _open_deleted(pid, folder)
    mapped = {inode: size for inode, size in _mapped_deleted(pid, folder) if inode not in opened}
    usage.files += len(opened) + len(mapped)
    usage.size += sum(opened.values()) + sum(mapped.values())
    return len(mapped)


def _open_deleted(pid: int, folder: str) -> dict[int, int]:
    """The sizes of the deleted files a process has open, by inode."""
    found = {}
    with contextlib.suppress(OSError):
        device = os.stat(folder).st_dev
        for fd in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(OSError):
                about = os.stat(f"/proc/{pid}/fd/{fd}")
                if stat.S_ISREG(about.st_mode) and about.st_nlink == 0 and about.st_dev == device:
                    found[about.st_ino] = _size(about)
    return found


def _mapped_deleted(pid: int, folder: str) -> Iterator[tuple[int, int]]:
    """The inodes of the deleted files a process has mapped, each with as much of its size as shows."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/maps", errors="replace") as maps:
        for line in maps:
            if line.endswith("(deleted)\n") and f" {folder}/" in line:
                addresses, _, offset, _, inode, _ = line.split(None, 5)
                start, end = (int(address, 16) for address in addresses.split("-"))
                yield int(inode), end - start + int(offset, 16)


def remove(folder: str, within_seconds: float = 60.0) -> bool:
    """Remove a folder with whatever is in it; whether it is gone.

    A folder found within is emptied by moving the folders within *it* up to the top, so that no tree is too deep.
    """
    deadline = time.monotonic() + within_seconds
    with contextlib.suppress(OSError):
        top = os.open(folder, _FOLDER)
        try:
            while _remove_some(top) and time.monotonic() < deadline:
                pass
        finally:
            os.close(top)
    with contextlib.suppress(OSError):
        os.rmdir(folder)
    return not os.path.lexists(folder)


def _remove_some(top: int) -> bool:
    """Remove what is at the top, or move it there; False when nothing could be, or nothing is left."""
    changed = False
    for entry in os.scandir(top):
        with contextlib.suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                _empty(entry.name, top)
                os.rmdir(entry.name, dir_fd=top)
            else:
                os.unlink(entry.name, dir_fd=top)
            changed = True
    return changed


def _empty(name: str, top: int) -> None:
    give_rights(name, top)
    inside = os.open(name, _FOLDER, dir_fd=top)
    try:
        while entries := list(os.scandir(inside)):  # again: a listing may miss what is beside what is removed
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    give_rights(entry.name, inside)  # or it may not be moved
                    os.rename(entry.name, secrets.token_hex(8), src_dir_fd=inside, dst_dir_fd=top)
                else:
                    os.unlink(entry.name, dir_fd=inside)
    finally:
        os.close(inside)
