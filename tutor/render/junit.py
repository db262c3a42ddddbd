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
_FAILURES = (Outcome.FAILED, Outcome.NOT_WRITTEN)
_SKIPPED = (Outcome.BLOCKED, Outcome.NOT_RUN)


def render(reports: Sequence[Report], occasion: Occasion | None = None) -> str:
    """One test suite a report, one test case a check; a file that could not be judged is one case in error."""
    suites = [_suite(report) for report in reports]
    root = xml.Element("testsuites", {"name": "tutor", **_counts(suites), "time": _seconds(reports)})
    root.extend(suites)
    xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report) -> xml.Element:
    cases = [_case(check, report) for check in report.checks]
    if report.problem is not None or not cases:
        cases.insert(0, _whole_file(report))
    counts = {
        "tests": str(len(cases)),
        "failures": str(_with(cases, "failure")),
        "errors": str(_with(cases, "error")),
        "skipped": str(_with(cases, "skipped")),
    }
    about = {"name": _clean(report.lesson), **counts, "time": f"{report.seconds:.3f}"}
    suite = xml.Element("testsuite", about)
    if report.started_at:
        suite.set("timestamp", _clean(report.started_at.removesuffix("Z")))
    _add_properties(
        suite,
        outcome=report.outcome,
        score=f"{report.score:g}",
        max_score=f"{report.max_score:g}",
        seed=str(report.seed),
        sha256=report.sha256,
        sandbox=report.sandbox.grade,
        **{f"device_{device}": outcome for device, outcome in report.devices.items()},
    )
    suite.extend(cases)
    if report.output:
        cut = "\n(the rest was cut)" if report.output_cut else ""
        xml.SubElement(suite, "system-out").text = _clean(report.output) + cut
    return suite


def _case(check: CheckResult, report: Report) -> xml.Element:
    case = _test_case(report, check.item, check.claim, check.problem)
    _add_properties(
        case, id=check.id, score=f"{check.points:g}", max_score=f"{check.max_points:g}", device=check.device
    )
    if check.diagnosis is not None:
        _add_properties(case, misconception=check.diagnosis.name)
    if check.outcome is not Outcome.PASSED:
        message = check.message or wording.WORDS[check.outcome]
        _add_verdict(case, check.outcome, message, details(check, report.hand_in))
    return case


def _whole_file(report: Report) -> xml.Element:
    case = _test_case(report, "file", f"{report.hand_in} can be judged", report.problem)
    if not report.passed:
        text = problem_text(report.problem, report.hand_in) if report.problem is not None else ""
        _add_verdict(case, report.outcome, wording.title(report), text)
    return case


def _test_case(report: Report, item: str, name: str, problem: Problem | None) -> xml.Element:
    about = {"classname": f"{report.lesson}.{item}", "name": name, "file": report.hand_in}
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
    names = ("tests", "failures", "errors", "skipped")
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}


def _with(cases: Sequence[xml.Element], verdict: str) -> int:
    return sum(case.find(verdict) is not None for case in cases)


def _seconds(reports: Sequence[Report]) -> str:
    return f"{sum(report.seconds for report in reports):.3f}"


def _clean(text: str) -> str:
    return _XML_ILLEGAL.sub("", text)
