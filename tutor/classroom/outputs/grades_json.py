"""All grades with their reports as one JSON document, `tutor/grades/v1`, written a hand-in at a time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TextIO

from tutor.classroom.about import About
from tutor.classroom.gradebook import Grade, Gradebook, LessonTally
from tutor.classroom.result import Result
from tutor.classroom.tallies import CheckTally, Misconception, Unexplained
from tutor.report_json import report_to_dict, to_dict

GRADES_SCHEMA = "tutor/grades/v1"


@dataclass(frozen=True)
class GradesHead:
    """The grades of a class, with what its hand-ins have in common."""

    about: About
    lessons: tuple[LessonTally, ...]
    checks: tuple[CheckTally, ...]
    """Hardest first."""
    misconceptions: tuple[Misconception, ...]
    """Most frequent first."""
    unexplained: tuple[Unexplained, ...]
    """Most frequent first."""


class GradesJson:
    """Writes the head at once and then one grade a line; pure ASCII, as reports are."""

    def __init__(self, book: Gradebook, about: About, file: TextIO) -> None:
        self._file = file
        self._separator = "\n"
        head = GradesHead(about, book.lesson_tallies(), book.checks, book.misconceptions, book.unexplained)
        file.write("{\n")
        for name, value in {"schema": GRADES_SCHEMA, **to_dict(head)}.items():
            file.write(f'"{name}": {_compact(value)},\n')
        file.write('"grades": [')

    def add(self, grade: Grade, result: Result) -> None:
        """One grade, and the report it comes from."""
        report = report_to_dict(result.report) if result.report is not None else None
        self._file.write(self._separator + _compact({**to_dict(grade), "report": report}))
        self._separator = ",\n"

    def finish(self) -> None:
        self._file.write("\n]\n}\n")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
