"""The RESULTS value that GitHub Classroom's autograding-grading-reporter reads: base64 of JSON.

After the source of github.com/classroom-resources/autograding-grading-reporter, which documents it nowhere. GitHub
Classroom itself is gone; forks of the reporter live on. Its console table gives every test the same weight, while its
total sums the tests' scores. A check worth several units is therefore several tests of one unit each, and both agree.
What is not graded has a `max_score` of 0, which the reporter leaves out of the total.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from tutor.render.occasion import Occasion
from tutor.render.rows import Row, clip, document, number, printed, rows, why_not_graded
from tutor.report import Outcome, Report

LARGEST = 90_000
"""Bytes of JSON: the value becomes one environment variable, for which Linux has 128 KiB."""
MOST_TESTS = 200
"""With more units than this, every check is one test: the total stays right, the console table may not."""


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """The one report as one line of base64; raises ValueError for several, which are several runners."""
    (report,) = reports
    text = document(lambda length: _results(report, min(length, 4_000)), LARGEST)
    return base64.b64encode(text.encode("ascii")).decode("ascii") + "\n"


def _results(report: Report, length: int) -> dict[str, Any]:
    if reason := clip(why_not_graded(report), length):
        test = {"name": report.lesson, "status": "error", "score": 0, "message": reason, "output": reason}
        return {"version": 1, "status": "error", "max_score": 0, "message": reason, "tests": [test]}
    graded = [row for row in rows(report) if not row.is_ours and row.max_points]
    status = "pass" if report.passed else "fail" if report.checks else "error"
    unit = _unit(graded)
    tests = [test for row in graded for test in _tests(row, unit, length)]
    tests = tests or [_test(rows(report)[0], report.lesson, report.passed, 0, length)]
    if report.output:
        speaks = next((test for test in tests if test["status"] != "pass"), tests[0])
        speaks["output"] = f"{speaks['output']}\nThe program printed:\n{printed(report, length)}".lstrip("\n")
    most = number(sum(row.max_points for row in graded))
    return {"version": 1, "status": status, "max_score": most, "tests": tests}


def _unit(graded: Sequence[Row]) -> Fraction:
    """The largest amount of which all points are multiples; 0 when that makes too many tests."""
    if not graded:
        return Fraction(0)
    amounts = [Fraction(value).limit_denominator(1000) for row in graded for value in (row.points, row.max_points)]
    below = lcm(*(amount.denominator for amount in amounts))
    unit = Fraction(gcd(*(int(amount * below) for amount in amounts)), below)
    return unit if sum(row.max_points for row in graded) / unit <= MOST_TESTS else Fraction(0)


def _tests(row: Row, unit: Fraction, length: int) -> Iterator[dict[str, Any]]:
    if not unit:
        yield _test(row, row.name, row.passed, row.points, length)
        return
    parts, earned = (round(Fraction(value).limit_denominator(1000) / unit) for value in (row.max_points, row.points))
    for part in range(parts):
        name = row.name if parts == 1 else f"{row.name} ({part + 1} of {parts})"
        yield _test(row, name, part < earned, float(unit) if part < earned else 0, length if part == earned else 200)


def _test(row: Row, name: str, passed: bool, score: float, length: int) -> dict[str, Any]:
    failing = "fail" if row.outcome in (Outcome.FAILED, Outcome.NOT_WRITTEN, Outcome.BLOCKED) else "error"
    test = {
        "name": clip(f"{'Stretch: ' if row.stretch else ''}{name}", 300),
        "status": "pass" if passed else failing,
        "score": int(score) if score == int(score) else score,
        "output": "" if passed else clip(row.text, length),
    }
    if row.problem is not None and row.problem.line is not None:
        test["line_no"] = row.problem.line
    return test
