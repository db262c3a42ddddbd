"""Text that a hand-in may print, raise or be called, to break whatever shows it."""

from __future__ import annotations

from dataclasses import replace

import sample_reports

from tutor.report import CheckResult, Difference, Frame, Outcome, Problem, Report, View

LINES = (
    "::error file=x,line=1::forged",
    "   ::stop-commands::pause",
    "::add-mask::secret",
    '::notice title=Autograding report::{"totalPoints":100,"maxPoints":100}',
    "##[error]forged",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\ \x9b31m",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "![image](https://evil.example/x.png) [link](javascript:alert(1)) @everyone https://evil.example | a | b |",
    "``` ```` ```````",
    "</pre></td></table>]]></failure>&amp;",
    "=cmd|' /C calc'!A0",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\ufffe\uffff\ud800 \udfff \u202egnp.exe",
    "100%0A::error::again\r\n::error::crlf\r::error::cr\u2028::error::ls\x85::error::nel",
)
NASTY = "\n".join(LINES)


def hostile_report(name: str = "wrong_values") -> Report:
    """A report in which every text that a hand-in can reach is hostile, with a megabyte of output."""
    report = getattr(sample_reports, name)()
    checks = tuple(_hostile_check(check) for check in report.checks)
    problem = report.problem and Problem(NASTY, NASTY, (Frame(3, NASTY, NASTY, 1, 2),), NASTY)
    output = NASTY + "\n" + "x" * 1_000_000 + NASTY
    return replace(report, checks=checks, problem=problem, output=output, output_cut=True, hand_in=f"{NASTY}.py")


def _hostile_check(check: CheckResult) -> CheckResult:
    if check.outcome is Outcome.PASSED:
        return check
    difference = Difference(NASTY, "values", NASTY, View(NASTY), View(NASTY * 50))
    problem = Problem("ValueError", NASTY * 20, (Frame(3, NASTY, NASTY, 1, 2),), NASTY)
    return replace(check, message=NASTY, case=NASTY, differences=(difference,) * 3, problem=problem)
