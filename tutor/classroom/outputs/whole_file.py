"""A file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from tutor.errors import TutorError


@contextlib.contextmanager
def whole_file(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Write text beside `path` and rename at the end; after an error `path` is as it was. Raises TutorError.

    Nothing waits for the disk: there may be ten thousand files, and all of them can be made again from the results.
    """
    with whole_bytes(path) as file, io.TextIOWrapper(file, encoding=encoding, newline="") as text:
        yield text


@contextlib.contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """As `whole_file`, for bytes."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = open(beside, "wb")  # noqa: SIM115
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with file:
            yield file
        os.replace(beside, path)
    except OSError as error:
        # An error that names another file is of whatever was read meanwhile.
        if error.filename not in (None, str(beside)):
            raise
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> TutorError:
    return TutorError(
        f"{path} cannot be written: {error.strerror or error}.",
        "Free some space or change its permissions, or choose another folder for the results.",
    )
