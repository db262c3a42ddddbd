"""Reports as JUnit XML, as CI systems read it; points and misconceptions, which it lacks, are properties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as xml

from tutor.render import wording
from tutor.render.occasion import Occasion
from tutor.render.rows import details, problem_text
from tutor.report import CheckResult, Outcome, Problem, Report

_XML_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
COUNTS = ("tests", "failures", "errors", "skipped")
"""The attributes of a suite, and of all of them together, that count its cases."""
_FAILURES = (Outcome.FAILED, Outcome.NOT_WRITTEN)
_SKIPPED = (Outcome.BLOCKED, Outcome.NOT_RUN)


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """One test suite a report, one test case a check; a file that could not be judged is one case in error."""
    suites = [suite(report) for report in reports]
    root = xml.Element("testsuites", {"name": "tutor", **_counts(suites), "time": _seconds(reports)})
    root.extend(suites)
    xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def suite(report: Report, name: str = "") -> xml.Element:
    """One report as a test suite; `name` stands for the lesson in its name and the class names of its cases."""
    name = name or report.lesson
    cases = [_case(check, report, name) for check in report.checks]
    if report.problem is not None or not cases:
        cases.insert(0, _whole_file(report, name))
    whole = _suite_of(cases, name, report.seconds)
    if report.started_at:
        whole.set("timestamp", _clean(report.started_at.removesuffix("Z")))
    _add_properties(
        whole,
        outcome=report.outcome,
        score=f"{report.score:g}",
        max_score=f"{report.max_score:g}",
        seed=str(report.seed),
        sha256=report.sha256,
        sandbox=report.sandbox.grade,
        **{f"device_{device}": outcome for device, outcome in report.devices.items()},
    )
    whole.extend(cases)
    if report.output:
        cut = "\n(the rest was cut)" if report.output_cut else ""
        xml.SubElement(whole, "system-out").text = _clean(report.output) + cut
    return whole


def suite_without_report(name: str, case: str, verdict: str, message: str) -> xml.Element:
    """A suite of one case for a hand-in that was never graded; `verdict` is "failure", "error" or "skipped"."""
    only = xml.Element("testcase", {"classname": _clean(name), "name": _clean(case)})
    xml.SubElement(only, verdict, {"message": _clean(message)})
    whole = _suite_of([only], name, 0.0)
    whole.append(only)
    return whole


def counts_of(element: xml.Element) -> dict[str, int]:
    """How many tests, failures, errors and skipped ones a suite says it has."""
    return {name: int(element.get(name, "0")) for name in COUNTS}


def _suite_of(cases: Sequence[xml.Element], name: str, seconds: float) -> xml.Element:
    counts = {
        "tests": str(len(cases)),
        "failures": str(_with(cases, "failure")),
        "errors": str(_with(cases, "error")),
        "skipped": str(_with(cases, "skipped")),
    }
    return xml.Element("testsuite", {"name": _clean(name), **counts, "time": f"{seconds:.3f}"})


def _case(check: CheckResult, report: Report, suite_name: str) -> xml.Element:
    case = _test_case(report, f"{suite_name}.{check.item}", check.claim, check.problem)
    _add_properties(
        case, id=check.id, score=f"{check.points:g}", max_score=f"{check.max_points:g}", device=check.device
    )
    if check.diagnosis is not None:
        _add_properties(case, misconception=check.diagnosis.name)
    if check.outcome is not Outcome.PASSED:
        message = check.message or wording.WORDS[check.outcome]
        _add_verdict(case, check.outcome, message, details(check, report.hand_in))
    return case


def _whole_file(report: Report, suite_name: str) -> xml.Element:
    case = _test_case(report, f"{suite_name}.file", f"{report.hand_in} can be judged", report.problem)
    if not report.passed:
        text = problem_text(report.problem, report.hand_in) if report.problem is not None else ""
        _add_verdict(case, report.outcome, wording.title(report), text)
    return case


def _test_case(report: Report, class_name: str, name: str, problem: Problem | None) -> xml.Element:
    about = {"classname": class_name, "name": name, "file": report.hand_in}
    if problem is not None and problem.line is not None:
        about["line"] = str(problem.line)
    return xml.Element("testcase", {key: _clean(value) for key, value in about.items()})


def _add_verdict(case: xml.Element, outcome: Outcome, message: str, text: str) -> None:
    tag = "failure" if outcome in _FAILURES else "skipped" if outcome in _SKIPPED else "error"
    verdict = xml.SubElement(case, tag, {"message": _clean(message), "type": str(outcome)})
    if text:
        verdict.text = _clean(text)


def _add_properties(element: xml.Element, **values: str) -> None:
    properties = element.find("properties")
    if properties is None:
        properties = xml.SubElement(element, "properties")
    for name, value in values.items():
        xml.SubElement(properties, "property", {"name": name, "value": _clean(value)})


def _counts(suites: Sequence[xml.Element]) -> dict[str, str]:
    every = [counts_of(one) for one in suites]
    return {name: str(sum(counts[name] for counts in every)) for name in COUNTS}


def _with(cases: Sequence[xml.Element], verdict: str) -> int:
    return sum(case.find(verdict) is not None for case in cases)


def _seconds(reports: Sequence[Report]) -> str:
    return f"{sum(report.seconds for report in reports):.3f}"


def _clean(text: str) -> str:
    return _XML_ILLEGAL.sub("", text)
