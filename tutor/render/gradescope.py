"""Gradescope's results.json, after https://gradescope-autograders.readthedocs.io/en/latest/specs/.

Keeps fractions of points. A report that is not graded has no score anywhere: Gradescope then records none, and says
that the autograder failed. No `visibility` is set: any scoring test that is not visible hides the total.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, number, printed, rows, why_not_graded
from tutor.render.wording import title
from tutor.report import Report

LARGEST = 1_000_000
"""Bytes; Gradescope documents no limit, and its page becomes slow long before this."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """One test a check; its texts are declared plain text, so that Gradescope escapes them."""
    graded = not any(why_not_graded(report) for report in reports)
    return document(lambda length: _results(reports, graded, length), LARGEST)


def _results(reports: Sequence[Report], graded: bool, length: int) -> dict[str, Any]:
    tests = [
        _test(row, f"{n}.{m}", graded, length)
        for n, report in enumerate(reports, 1)
        for m, row in enumerate(rows(report), 1)
    ]
    results: dict[str, Any] = {
        "execution_time": round(sum(report.seconds for report in reports), 3),
        "output": "\n\n".join(_overview(report, length) for report in reports),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {"reports": [_about(report) for report in reports]},
        "tests": tests,
    }
    if graded and not any("score" in test for test in tests):
        results["score"] = 0
    return results


def _test(row: Row, place: str, graded: bool, length: int) -> dict[str, Any]:
    name = clip(row.name, 300)
    test: dict[str, Any] = {
        "name": f"Stretch: {name}" if row.stretch else name,
        "number": place,
        "output": clip(row.text, length),
        "tags": [row.item],
        "extra_data": {"id": row.id, "outcome": row.outcome},
    }
    if graded and not row.is_ours and row.max_points:
        test["score"], test["max_score"] = number(row.points), number(row.max_points)
        test["status"] = "passed" if row.passed else "failed"
    return test


def _overview(report: Report, length: int) -> str:
    heading = why_not_graded(report) or f"{title(report)}."
    text = clip(f"{report.lesson}: {heading}", length)
    return f"{text}\nWhat the program printed:\n{printed(report, length)}" if report.output else text


def _about(report: Report) -> dict[str, Any]:
    return {
        "lesson": report.lesson,
        "outcome": report.outcome,
        "seed": report.seed,
        "sha256": report.sha256,
        "sandbox": report.sandbox.grade,
    }
