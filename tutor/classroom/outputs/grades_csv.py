"""Grades as CSV for spreadsheets and scripts (RFC 4180), safe to open: no cell that a student filled is a formula.

https://owasp.org/www-community/attacks/CSV_Injection says which cells a spreadsheet would run.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from tutor.classroom.gradebook import Grade, Gradebook, StudentTotal
from tutor.render.text import escape_controls

COLUMNS = (
    "student",
    "name",
    "lesson",
    "score",
    "max_score",
    "days_late",
    "late_penalty",
    "final_score",
    "standing",
    "outcome",
    "misconceptions",
    "devices",
    "sandbox",
    "seed",
    "sha256",
    "submitted_at",
    "place",
    "problem",
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_VISIBLE = str.maketrans({"\t": "\\t", "\r": "\\r", "\n": "\\n"})


def write_grades(book: Gradebook, file: TextIO) -> None:
    """One row for each student and lesson, in these columns:

    student, name: the roster's id and name. lesson: its id.
    score, max_score: points of the checks, and the most there are; score is empty where nothing could be graded
    through no fault of the student's. days_late, late_penalty (points), final_score (score less late_penalty): as
    nbgrader's late_submission_penalty and score. standing: graded, missing, unreadable or not_graded.
    outcome: the report's, such as passed or failed. misconceptions: names of known mistakes, separated by "; ".
    devices: "cpu passed, cuda not_run". sandbox: A to E. seed: what the inputs were drawn with.
    sha256: of the file's bytes. submitted_at: ISO 8601. place: where the file was found. problem: why not graded.
    """
    _write(file, COLUMNS, (_row(grade) for grade in book.grades))


def write_by_student(book: Gradebook, file: TextIO) -> None:
    """One row for each student: student, name, a column of final scores for each lesson, total, max_total, percent.

    A cell is empty where there is no grade; `max_total` is less by that lesson's points, and so is what percent is of.
    """
    rows = (_student_row(total, book.lessons) for total in book.students())
    _write(file, ("student", "name", *book.lessons, "total", "max_total", "percent"), rows)


def cell(value: str | int | float | None) -> str:
    """A value as a cell: numbers as they are, text with control characters visible and never a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return number(value)
    shown = escape_controls(value.translate(_VISIBLE))
    # Some programs drop spaces in front before they look; a tab or a line end there is visible by now.
    is_formula = value[:1] in ("\t", "\r", "\n") or shown.lstrip().startswith(_STARTS_A_FORMULA)
    return f"'{shown}" if shown and is_formula else shown


def number(value: float) -> str:
    """A number with no more digits than it has: "3", "2.75"."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _write(file: TextIO, header: Iterable[str], rows: Iterable[Iterable[str | int | float | None]]) -> None:
    writer = csv.writer(file)
    writer.writerow([cell(heading) for heading in header])
    writer.writerows([cell(value) for value in row] for row in rows)


def _row(grade: Grade) -> Iterable[str | int | float | None]:
    for column in COLUMNS:
        yield "; ".join(grade.misconceptions) if column == "misconceptions" else getattr(grade, column)


def _student_row(total: StudentTotal, lessons: Iterable[str]) -> Iterable[str | int | float | None]:
    scores = {grade.lesson: grade.final_score for grade in total.grades}
    return (
        *(total.student, total.name),
        *(scores.get(lesson) for lesson in lessons),
        *(total.total, total.max_total, total.percent),
    )
