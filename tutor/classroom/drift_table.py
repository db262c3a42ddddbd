"""Changed grades for a reader: as plain sentences, or as CSV with a row for each check that changed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from tutor.classroom.drift import Change, CheckChange
from tutor.classroom.outputs.grades_csv import cell
from tutor.classroom.result import Result, Standing
from tutor.render.text import one_line

COLUMNS = (
    "student",
    "lesson",
    "place",
    "sha256",
    "standing_before",
    "standing_after",
    "score_before",
    "score_after",
    "max_score_before",
    "max_score_after",
    "check",
    "device",
    "outcome_before",
    "outcome_after",
    "points_before",
    "points_after",
    "misconception_before",
    "misconception_after",
    "why",
)


def lines(changes: Iterable[Change]) -> Iterator[str]:
    """A paragraph for each change, as it comes, and at the end how many there were; safe for a terminal."""
    grades = ways = left = 0
    for change in changes:
        grades += change.is_grade_changed
        left += not change.is_compared
        ways += change.is_compared and not change.is_grade_changed
        yield f"{one_line(change.before.student)}, {one_line(change.before.lesson)}: {_grade(change)}"
        yield from (f"  {_check(check)}" for check in change.checks if change.is_compared)
        yield f"  {why(change)}"
    if not grades + ways + left:
        yield "No grade changed."
        return
    yield f"Grades that changed: {grades}. Same points in another way: {ways}. Not compared: {left}."


def why(change: Change) -> str:
    """What was different when it was graded again, as far as that is recorded, in one line."""
    if (told := _not_compared(change)) is not None:
        return told
    reasons = [f"{v.name} {one_line(v.before) or '?'} → {one_line(v.after) or '?'}" for v in change.versions]
    if change.has_lesson_changed:
        reasons.append("the lesson or its grader changed")
    if not change.is_same_seed:
        reasons.append("other inputs were drawn (another seed)")
    if (old := _sandbox(change.before)) != (new := _sandbox(change.after)):
        reasons.append(f"sandbox grade {old} → {new}")
    if reasons:
        return f"Different: {'; '.join(reasons)}."
    unknown = " Whether the lesson changed is not recorded." if change.has_lesson_changed is None else ""
    return f"Nothing that is recorded differs: the hand-in or a check may depend on chance or on time.{unknown}"


def write_csv(changes: Iterable[Change], file: TextIO) -> None:
    """A header, then a row for each check that changed, or one row where only the whole did.

    Open the file with newline="" (https://docs.python.org/3/library/csv.html). A cell that a spreadsheet would read as
    a formula begins with an apostrophe.
    """
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    for change in changes:
        for check in change.checks or (None,):
            table.writerow([cell(value) for value in _row(change, check)])


def _row(change: Change, check: CheckChange | None) -> Iterator[str | float]:
    before, after = change.before, change.after
    yield from (before.student, before.lesson, before.place, before.sha256)
    yield from (before.standing, after.standing if after else "")
    yield from (before.score, after.score if after else "")
    yield from (before.max_score, after.max_score if after else "")
    if check is None:
        yield from [""] * 8
    else:
        yield from (check.id, check.device, check.before, check.after, check.points_before, check.points_after)
        yield from (check.misconception_before, check.misconception_after)
    yield why(change)


def _grade(change: Change) -> str:
    if not change.is_compared or change.after is None:
        return "not compared."
    old, new = _points(change.before), _points(change.after)
    return f"{old} → {new}" if change.is_grade_changed else f"{new} as before, in another way"


def _points(result: Result) -> str:
    graded = f"{result.score:g} of {result.max_score:g}"
    return graded if result.standing is Standing.GRADED else str(result.standing)


def _check(check: CheckChange) -> str:
    device = f" on {check.device}" if check.device != "cpu" else ""
    outcome = f"{check.before or 'not there'} → {check.after or 'not there'}"
    points = f", {check.points_before:g} → {check.points_after:g} points"
    names = (check.misconception_before, check.misconception_after)
    named = f", misconception {names[0] or 'none'} → {names[1] or 'none'}" if names[0] != names[1] else ""
    return (
        f"{one_line(check.id)}{device}: {outcome}{points if check.points_before != check.points_after else ''}{named}"
    )


def _not_compared(change: Change) -> str | None:
    if change.is_compared:
        return None
    if change.after is None:
        return "There is no new result: the hand-in was not found."
    if change.after.sha256 != change.before.sha256:
        return "Another file was graded: its SHA-256 is not the old one's."
    whose = "before" if change.before.standing is Standing.NOT_GRADED else "now"
    result = change.before if whose == "before" else change.after
    return f"It could not be graded {whose}: {one_line(result.problem) or 'the reason is not recorded.'}"


def _sandbox(result: Result | None) -> str:
    return result.report.sandbox.grade if result and result.report else "?"
