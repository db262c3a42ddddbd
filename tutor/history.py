"""Every attempt at one lesson: when, how it went, and what changed in the hand-in since the attempt before."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.report import Outcome

if TYPE_CHECKING:
    from tutor.progress import Progress
    from tutor.progress_file import Statement

LARGEST_SOURCE = 64 * 1024
"""Bytes. A longer hand-in is counted like any other, but what was in it is not kept."""
MOST_SOURCES = 200
"""For each lesson; the oldest go first, and their attempts stay."""
MOST_LINES = 150
"""Of one difference that are shown."""

_KEEP = "INSERT INTO sources VALUES (last_insert_rowid(), ?)"
_DROP_OLDEST = """
    DELETE FROM sources WHERE attempt IN (
        SELECT attempt FROM sources JOIN attempts ON attempts.id = attempt WHERE lesson = ?
        ORDER BY attempt DESC LIMIT -1 OFFSET ?)
"""
_ATTEMPTS = """
    SELECT at, outcome, score, max_score, diagnosis, source
    FROM attempts LEFT JOIN sources ON attempt = attempts.id WHERE lesson = ? ORDER BY attempts.id
"""


@dataclass(frozen=True)
class Attempt:
    """One check of the learner's own file."""

    at: str
    """UTC, ISO 8601."""
    outcome: Outcome
    score: float
    max_score: float
    misconceptions: tuple[str, ...]
    """The known wrong answers it gave exactly, by name: "alpha on every element"."""
    source: str | None
    """None when it was not kept."""


@dataclass(frozen=True)
class Change:
    """What an attempt did to the file."""

    lines: tuple[str, ...] | None
    """Of a unified difference, without its head; None when there is nothing to compare with."""
    left: int = 0
    """How many more lines there are."""


def to_keep(lesson: str, source: bytes) -> list[Statement]:
    """What to write right after an attempt's own row, so that its hand-in is there to compare with."""
    if len(source) > LARGEST_SOURCE:
        return []
    return [(_KEEP, (zlib.compress(source),)), (_DROP_OLDEST, (lesson, MOST_SOURCES))]


def attempts(progress: Progress, lesson: str) -> list[Attempt]:
    """All of them, the oldest first."""
    return [_attempt(*row) for row in progress.ask(_ATTEMPTS, lesson)]


def changes(every: Sequence[Attempt], stub: str) -> Iterator[Change]:
    """For each attempt, the difference to the one before; the first is compared with the starting file."""
    before: str | None = stub
    for attempt in every:
        yield _change(before, attempt.source)
        before = attempt.source


def _change(before: str | None, after: str | None) -> Change:
    import difflib

    if before is None or after is None:
        return Change(None)
    lines = list(difflib.unified_diff(_lines(before), _lines(after), lineterm="", n=2))[2:]
    return Change(tuple(lines[:MOST_LINES]), max(0, len(lines) - MOST_LINES))


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _attempt(at: str, outcome: str, score: float, most: float, diagnosis: str, source: bytes | None) -> Attempt:
    known = Outcome(outcome) if outcome in set(Outcome) else Outcome.GRADER_ERROR
    return Attempt(at, known, score, most, _names(diagnosis), _unpacked(source))


def _names(diagnosis: str) -> tuple[str, ...]:
    try:
        names = json.loads(diagnosis)
    except ValueError:
        return ()
    return tuple(dict.fromkeys(str(name).replace("_", " ") for name in names)) if isinstance(names, list) else ()


def _unpacked(source: bytes | None) -> str | None:
    """The text of a hand-in; None when it was not kept or is damaged."""
    try:
        return zlib.decompressobj().decompress(source, LARGEST_SOURCE).decode("utf-8", "replace") if source else None
    except zlib.error:
        return None
