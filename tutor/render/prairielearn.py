"""PrairieLearn's results.json, after https://docs.prairielearn.com/externalGrading/#grading-result.

Keeps fractions of points. A report that is not graded is `gradable: false`, which uses up no attempt. A check this
machine cannot run is a row of 0 points out of 0, which PrairieLearn shows as neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, number, printed, rows, why_not_graded
from tutor.render.wording import title
from tutor.report import Report

LARGEST = 950_000
"""Bytes; PrairieLearn refuses more than 1 MB."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """The one report; raises ValueError for several, which are several questions."""
    (report,) = reports
    return document(lambda length: _results(report, length), LARGEST)


def _results(report: Report, length: int) -> dict[str, Any]:
    reason = clip(why_not_graded(report), length)
    if reason:
        return {"gradable": False, "score": 0, "message": reason, "format_errors": [reason], "tests": []}
    tests = [_test(row, length) for row in rows(report)]
    most = sum(test["max_points"] for test in tests)
    return {
        "gradable": True,
        "score": round(min(1.0, sum(test["points"] for test in tests) / most), 6) if most else 0,
        "message": clip(f"{title(report)}.", length),
        "output": printed(report, length),
        "tests": tests,
    }


def _test(row: Row, length: int) -> dict[str, Any]:
    """Points on every test: one without would take the points of all the others off the page."""
    name = clip(row.name, 300)
    return {
        "name": f"Stretch: {name}" if row.stretch else name,
        "description": row.item,
        "points": 0 if row.is_ours else number(row.points),
        "max_points": 0 if row.is_ours else number(row.max_points),
        "message": clip(row.text, length),
        "output": "",
    }
