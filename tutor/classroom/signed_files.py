"""The files that a signature covers: which there are, and what is in them. Symbolic links are never followed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_CHUNK = 1 << 20


class NoPlainFile(Exception):
    """Something that is there and cannot be covered; its text is a sentence part: "a symbolic link"."""


@dataclass(frozen=True)
class SignedFile:
    """One file as it was when it was signed."""

    name: str
    """Below the folder of the signature, with `/` whatever the system: "ada/focal_loss.json"."""
    size: int
    """Bytes."""
    sha256: str
    """In hex."""


def is_safe_name(name: str) -> bool:
    """Whether a name can only mean a file below the folder of the signature."""
    parts = name.split("/")
    return (
        not any(part in ("", ".", "..") for part in parts)
        and "\0" not in name
        and not PurePosixPath(name).is_absolute()
    )


def names_below(folder: Path, leave_out: str) -> Iterator[str]:
    """Every name below a folder that is not itself a folder, sorted, but for `leave_out` at its top; raises OSError."""
    names = []
    for here, folders, files in os.walk(folder, onerror=_raise):
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        names += [Path(here, name).relative_to(folder).as_posix() for name in (*files, *links)]
    return iter(sorted(name for name in names if name != leave_out))


def describe(folder: Path, name: str) -> SignedFile:
    """The file as it is now; raises NoPlainFile, or OSError: FileNotFoundError when it is not there."""
    path = folder
    for component in PurePosixPath(name).parts:
        path /= component
        if path.is_symlink():
            raise NoPlainFile("a symbolic link" if path == folder / name else "behind a symbolic link")
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NoPlainFile("no plain file")
        size, digest = 0, hashlib.sha256()
        while part := file.read(_CHUNK):
            size += len(part)
            digest.update(part)
    return SignedFile(name, size, digest.hexdigest())


def _raise(error: OSError) -> None:
    raise error
