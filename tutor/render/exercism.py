"""Exercism's results.json, version 3, after https://exercism.org/docs/building/tooling/test-runners/interface.

Has no points at all. `error` means that no test ran: a file Python cannot read, or a fault of ours. Stretch checks that
do not pass, and checks this machine cannot run, are left out, as one failed test fails the exercise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, printed, rows, why_not_graded
from tutor.report import Outcome, Report

LONGEST_MESSAGE = 65_535
"""Characters."""
LONGEST_OUTPUT = 500
"""Characters of what the student's program printed."""
LARGEST = 480_000
"""Bytes; Exercism refuses more than 500 kB."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """The one report; raises ValueError for several, which are several exercises."""
    (report,) = reports
    return document(lambda length: _results(report, length), LARGEST)


def _results(report: Report, length: int) -> dict[str, Any]:
    if reason := why_not_graded(report):
        return {"version": 3, "status": "error", "message": clip(reason, length)}
    if not report.checks:
        (row,) = rows(report)
        return {"version": 3, "status": "error", "message": clip(row.text, min(length, LONGEST_MESSAGE))}
    shown = [row for row in rows(report) if not row.is_ours and (row.passed or not row.stretch)]
    shown = shown or rows(report)
    items = {item: n for n, item in enumerate(dict.fromkeys(row.item for row in shown), 1)}
    tests = [_test(row, items[row.item], length) for row in shown]
    speaks = next((test for test in tests if test["status"] != "pass"), tests[0])
    if report.output:
        speaks["output"] = printed(report, LONGEST_OUTPUT)
    return {"version": 3, "status": "pass" if report.passed else "fail", "message": None, "tests": tests}


def _test(row: Row, task: int, length: int) -> dict[str, Any]:
    wrote_nothing_wrong = (Outcome.FAILED, Outcome.NOT_WRITTEN, Outcome.BLOCKED)
    status = "pass" if row.passed else "fail" if row.outcome in wrote_nothing_wrong else "error"
    return {
        "name": clip(row.name, 300),
        "test_code": clip(row.check.case or row.check.claim if row.check else row.name, length),
        "status": status,
        "message": None if row.passed else clip(row.text, min(length, LONGEST_MESSAGE)),
        "output": None,
        "task_id": task,
    }
