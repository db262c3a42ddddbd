"""Classroom 50's result.json, schema classroom50/result/v1.

After https://github.com/foundation50/classroom50/wiki/Advanced-Autograding. Its scores are whole numbers, so that all
points are multiplied by 100; `points` and `max-points` beside them are as the course gives them. What is not graded is
left out; a host is told about our own faults by the exit code alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, number, rows, why_not_graded
from tutor.render.text import one_line
from tutor.report import Report

SCALE = 100
"""What a point counts in `score` and `max-score`."""
LARGEST = 1_000_000
"""Bytes of the whole document."""
LONGEST_NAME = 100
"""Bytes of a test's name."""
LONGEST_OUTPUT = 2_000
"""Characters of a test's message; Classroom 50 cuts what it captures there, too."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """All checks of all reports as tests; what only the host knows comes from its variables."""
    environment = (occasion or Occasion()).environment
    return document(lambda length: _result(reports, environment, min(length, LONGEST_OUTPUT)), LARGEST)


def _result(reports: Sequence[Report], environment: Mapping[str, str], length: int) -> dict[str, Any]:
    tests = [
        _test(row, report, place, length)
        for report in reports
        if not why_not_graded(report)
        for place, row in enumerate(rows(report), 1)
        if not row.is_ours
    ]
    return {
        "schema": "classroom50/result/v1",
        "classroom": environment.get("CLASSROOM", ""),
        "assignment": environment.get("ASSIGNMENT", ""),
        "submission": environment.get("SUBMISSION_TAG", ""),
        "commit": environment.get("COMMIT_URL", ""),
        "release": environment.get("RELEASE_URL", ""),
        "review": environment.get("REVIEW_URL", ""),
        "datetime": max((report.started_at for report in reports), default=""),
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }


def _test(row: Row, report: Report, place: int, length: int) -> dict[str, Any]:
    return {
        "test-name": _name(f"{report.lesson} {place}: {'stretch: ' if row.stretch else ''}{one_line(row.name)}"),
        "passed": row.passed,
        "score": round(SCALE * row.points),
        "max-score": round(SCALE * row.max_points),
        "points": number(row.points),
        "max-points": number(row.max_points),
        "outcome": row.outcome,
        "message": clip(row.text, length),
    }


def _name(text: str) -> str:
    data = text.encode("utf-8")
    if len(data) <= LONGEST_NAME:
        return text
    return data[: LONGEST_NAME - 3].decode("utf-8", "ignore").rstrip() + "…"
