"""Files below a folder that students may write to, opened through no link and without ever waiting."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tutor.classroom.hand_in import UnreadableHandIn
from tutor.workspace import LARGEST_HAND_IN, NotAHandIn, open_regular


@contextmanager
def _folder_below(top: Path, names: tuple[str, ...]) -> Iterator[int]:
    """An open folder below `top` that is reached through no link."""
    descriptor = os.open(top, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name in names:
            flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | os.O_NOFOLLOW
            outer, descriptor = descriptor, os.open(name, flags, dir_fd=descriptor)
            os.close(outer)
        yield descriptor
    finally:
        os.close(descriptor)


def open_below(top: Path, parts: tuple[str, ...]) -> BinaryIO:
    """Open a file of which no folder on the way has become a link since it was listed; raises as open_regular."""
    with _folder_below(top, parts[:-1]) as folder:
        return open_regular(parts[-1], follow_links=False, folder=folder)


def read_whole(opener: Callable[[], BinaryIO]) -> bytes:
    """The bytes of a hand-in, of which never more than LARGEST_HAND_IN are read; raises UnreadableHandIn."""
    try:
        with opener() as file:
            content = file.read(LARGEST_HAND_IN + 1)
    except (NotAHandIn, OSError) as error:
        raise UnreadableHandIn(sentence(error)) from error
    if len(content) > LARGEST_HAND_IN:
        raise UnreadableHandIn("It is larger than 1 MiB.")
    return content


def sentence(error: Exception) -> str:
    """Why a file or an archive is not read, for the teacher."""
    if isinstance(error, NotAHandIn):
        return f"It {error.reason}."
    return f"It cannot be read: {error.strerror}." if isinstance(error, OSError) else str(error)
