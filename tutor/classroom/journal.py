"""Every result of one grading, in a file that is only ever added to: what is in it survives a kill at any moment."""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from tutor.classroom.result import Result, Standing
from tutor.classroom.sources import Sources
from tutor.client import DeviceChoice
from tutor.errors import TutorError, UsageError
from tutor.report_json import from_dict, to_dict

SCHEMA = "tutor/journal/v1"
FILE_NAME = "journal.jsonl"
Key = tuple[str, str]
"""A student and a lesson."""


@dataclass(frozen=True)
class Header:
    """What holds for every result of the journal; its first line."""

    seed: int
    device: DeviceChoice
    started_at: str
    schema: str = SCHEMA


def _begins_header(line: bytes) -> bool:
    """Whether this may be what a kill left of a header."""
    start = b'{"seed":'
    return line.startswith(start) or start.startswith(line)


@dataclass(frozen=True)
class Basis:
    """Whatever could change a result, other than the hand-in and the inputs."""

    lesson: str
    """The hash of the lesson and its grader."""
    environment: str
    """PyTorch, NumPy and the sandbox that was required, in words."""


@dataclass(frozen=True)
class Entry:
    """One line: a result, and what it was graded with."""

    result: Result
    basis: Basis


class Journal:
    """The journal of one folder of grades; the last line of a student's lesson is the one that counts."""

    def __init__(self, folder: Path, fresh: Header) -> None:
        """Open the folder's journal, or begin one with `fresh`.

        Raises UsageError when another grading writes it or it is no journal, TutorError when it cannot be written.
        """
        self.path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = open(self.path, "a+b", buffering=0)  # noqa: SIM115  # closed by close()
        except OSError as error:
            raise TutorError(f"{self.path} cannot be written: {error.strerror}.", "Choose another --out.") from error
        self.sources = Sources(folder / "hand-ins")
        self._places: dict[Key, int] = {}
        self._basis: dict[Key, tuple[str, Basis, Standing]] = {}
        try:
            self._lock()
            self.header = self._read() or self._begin(fresh)
        except TutorError:
            self._file.close()
            raise

    def _lock(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"Another `tutor grade` is writing {self.path}."
            raise UsageError(message, "Wait for it, or choose another --out.") from error

    def _begin(self, header: Header) -> Header:
        self._write(to_dict(header))
        return header

    def _read(self) -> Header | None:
        """Learn where each result is; a line that was cut off by a kill is taken away."""
        self._file.seek(0)
        header, end = None, 0
        with open(self.path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n"):
                    if header is None and not _begins_header(line):
                        self._header(line)
                    break
                if header is None:
                    header = self._header(line)
                else:
                    self._remember(self._entry(line, number), end)
                end += len(line)
        self._file.truncate(end)
        return header

    def _header(self, line: bytes) -> Header:
        try:
            header = from_dict(Header, json.loads(line))
        except ValueError as error:
            message = f"{self.path} does not begin as a journal does: {error}."
            raise UsageError(message, "Choose another --out, or move the file away.") from error
        if header.schema != SCHEMA:
            message = f"{self.path} is a {header.schema!r}; this tutor writes {SCHEMA!r}."
            raise UsageError(message, "Choose another --out.")
        return header

    def _entry(self, line: bytes, number: int) -> Entry:
        try:
            return from_dict(Entry, json.loads(line))
        except ValueError as error:
            message = f"Line {number} of {self.path} was changed by something else: {error}."
            raise UsageError(message, "Take the line away and grade again, or choose another --out.") from error

    def _remember(self, entry: Entry, place: int) -> None:
        key = entry.result.student, entry.result.lesson
        self._places[key] = place
        self._basis[key] = entry.result.sha256, entry.basis, entry.result.standing

    def add(self, result: Result, basis: Basis) -> None:
        """Write one result; once this returns, killing the process loses nothing. Raises TutorError."""
        place = os.fstat(self._file.fileno()).st_size
        entry = Entry(result, basis)
        self._write(to_dict(entry))
        self._remember(entry, place)

    def _write(self, value: dict[str, Any]) -> None:
        line = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode() + b"\n"
        before = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                self._file.truncate(before)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as error:
            message = f"{self.path} cannot be written: {error.strerror}."
            raise TutorError(message, "What was graded until now is kept; make room and grade again.") from error

    def has(self, student: str, lesson: str, sha256: str, basis: Basis) -> bool:
        """Whether this very hand-in has a grade, by what would grade it now."""
        return self._basis.get((student, lesson)) == (sha256, basis, Standing.GRADED)

    def holds(self, result: Result, basis: Basis) -> bool:
        """Whether exactly this is what counts already."""
        key = result.student, result.lesson
        return key in self._places and self._basis[key][1] == basis and self.result(key) == result

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every student's lesson there is a result for, in the order of their names."""
        return tuple(sorted(self._places))

    def result(self, key: Key) -> Result:
        """The result that counts."""
        with open(self.path, "rb") as lines:
            return self._at(lines, key)

    def results(self) -> Iterator[Result]:
        """Every result that counts, in the order of names, read one at a time."""
        with open(self.path, "rb") as lines:
            for key in self.keys:
                yield self._at(lines, key)

    def _at(self, lines: BinaryIO, key: Key) -> Result:
        lines.seek(self._places[key])
        return from_dict(Entry, json.loads(lines.readline())).result

    def basis(self, key: Key) -> Basis:
        """What the result that counts was graded with."""
        return self._basis[key][1]

    def close(self) -> None:
        """Make sure it is on the disk, and let others write it."""
        os.fsync(self._file.fileno())
        self._file.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *ignored: object) -> None:
        self.close()
