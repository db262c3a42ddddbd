"""What `check50 -o json` prints, after https://cs50.readthedocs.io/projects/check50/en/latest/json_specification/.

Has no points: a check passes, fails, or is `null` because it could not be judged. A fault of ours takes the place of
all results, as an error of check50 itself does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, printed, rows, why_not_graded
from tutor.report import Difference, Outcome, Report

FORMAT_VERSION = "3.3.11"
"""The check50 whose output this follows."""
LARGEST = 1_000_000
"""Bytes; check50 documents no limit."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """The one report; raises ValueError for several, as each has a slug of its own."""
    (report,) = reports
    return document(lambda length: _results(report, length), LARGEST)


def _results(report: Report, length: int) -> dict[str, Any]:
    if reason := why_not_graded(report):
        error = {"type": str(report.outcome), "value": clip(reason, length), "traceback": [], "data": {}}
        return {"slug": report.lesson, "error": error, "version": FORMAT_VERSION}
    every = rows(report)
    names = {row.id for row in every if not row.passed}
    results = [_result(row, names, length) for row in every]
    if report.output:
        speaks = next((result for result in results if result["passed"] is False), results[0])
        speaks["log"] = ["The program printed:", *printed(report, length).split("\n")]
    return {"slug": report.lesson, "results": results, "version": FORMAT_VERSION}


def _result(row: Row, unsolved: set[str], length: int) -> dict[str, Any]:
    undecided = row.is_ours or row.outcome is Outcome.BLOCKED
    needs = row.check.needs if row.check and row.outcome is Outcome.BLOCKED else ()
    return {
        "name": row.id,
        "description": clip(f"{'Stretch: ' if row.stretch else ''}{row.name}", 300),
        "passed": True if row.passed else None if undecided else False,
        "log": [],
        "cause": None if row.passed else _cause(row, length),
        "data": {"item": row.item, "outcome": row.outcome, "points": row.points, "max_points": row.max_points},
        "dependency": next((name for name in needs if name in unsolved), None),
    }


def _cause(row: Row, length: int) -> dict[str, Any]:
    cause: dict[str, Any] = {"rationale": clip(row.text, length), "help": None}
    if row.check and row.check.diagnosis:
        cause["help"] = clip(row.check.diagnosis.sentence, length)
    differences = row.check.differences if row.check else ()
    sides = next((both for difference in differences if (both := _sides(difference, length))), None)
    return {**cause, **(sides or {})}


def _sides(difference: Difference, length: int) -> dict[str, str] | None:
    """What check50 shows beside each other, where a check tells both."""
    if difference.expected is None or difference.yours is None:
        return None
    return {"expected": clip(difference.expected.text, length), "actual": clip(difference.yours.text, length)}
