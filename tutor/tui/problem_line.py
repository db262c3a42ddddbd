"""The line of the learner's file that a result is about, and where it goes while the file is edited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.report import Report


def problem_line(report: Report | None) -> int | None:
    """The line, counted from 0, that stopped with an error; None for a result that names none."""
    if report is None:
        return None
    failure = report.first_failure
    problem = report.problem or (failure.problem if failure else None)
    return problem.line - 1 if problem and problem.line else None


def defining_line(report: Report | None, lines: Sequence[str]) -> int | None:
    """The line that defines what the first failing check is about: the start of a function, a class, a prediction."""
    failure = report.first_failure if report else None
    if failure is None or not failure.item:
        return None
    name = re.escape(failure.item.rpartition(".")[2])
    pattern = re.compile(rf"\s*(?:(?:async\s+)?def|class)\s+{name}\b|{name}\s*(?::[^=]+)?=(?!=)")
    return next((row for row, line in enumerate(lines) if pattern.match(line)), None)


def followed(row: int, before: Sequence[str], after: Sequence[str]) -> int | None:
    """Where the line `row` of `before` stands in `after`; None when it is among the lines that were edited."""
    shorter = min(len(before), len(after))
    same_above = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    if row < same_above:
        return row
    room = shorter - same_above
    same_below = next((n for n in range(room) if before[-1 - n] != after[-1 - n]), room)
    return row + len(after) - len(before) if row >= len(before) - same_below else None
