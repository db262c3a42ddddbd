"""The words and signs for what became of a check, the same in every front end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.report import CheckResult, Frame, Outcome, Problem, Report

if TYPE_CHECKING:
    from tutor.progress import LessonProgress
    from tutor.reviews import Standing

GLYPHS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.NOT_WRITTEN: "○",
    Outcome.BLOCKED: "·",
    Outcome.NOT_RUN: "–",
}
"""Every other outcome is a "!"."""
WORDS = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "failed",
    Outcome.NOT_WRITTEN: "not written yet",
    Outcome.BLOCKED: "waiting for another check",
    Outcome.ERROR: "stopped with an error",
    Outcome.TIMEOUT: "ran too long",
    Outcome.OUT_OF_MEMORY: "ran out of memory",
    Outcome.CRASHED: "ended Python itself",
    Outcome.REFUSED: "not accepted",
    Outcome.NOT_RUN: "not run on this machine",
    Outcome.GRADER_ERROR: "not judged, the checker failed",
}
NUMBERS_IN_WORDS = {"nan": "nan (not a number)", "inf": "infinity", "-inf": "minus infinity"}
_TITLES = {
    Outcome.ERROR: "Your code stopped with an error",
    Outcome.TIMEOUT: "A check ran too long and was stopped",
    Outcome.OUT_OF_MEMORY: "The check ran out of memory",
    Outcome.CRASHED: "Python itself ended while your code was running",
    Outcome.REFUSED: "This hand-in was not accepted",
    Outcome.NOT_RUN: "This machine cannot run these checks",
    Outcome.GRADER_ERROR: "The checker itself failed",
}
_EXPLANATIONS = {
    Outcome.NOT_RUN: "That is neither passed nor failed. `tutor doctor` shows what is missing here.",
    Outcome.GRADER_ERROR: "This is our fault, not yours, and it does not count as a try.",
    Outcome.REFUSED: "This does not count as a try.",
}


def glyph(outcome: Outcome) -> str:
    return GLYPHS.get(outcome, "!")


def verdict(report: Report) -> Outcome:
    """What the headline is about: the whole hand-in, or the check that a learner should look at first."""
    first = report.first_failure
    of_the_whole = (Outcome.PASSED, Outcome.NOT_WRITTEN, Outcome.NOT_RUN, Outcome.REFUSED, Outcome.GRADER_ERROR)
    return report.outcome if report.problem or first is None or report.outcome in of_the_whole else first.outcome


def title(report: Report) -> str:
    """The verdict in one line, without its glyph: "3 of 5 checks pass"."""
    outcome = verdict(report)
    if report.outcome is Outcome.NOT_WRITTEN:
        return _not_written(report)
    if report.problem is not None and _is_syntax_error(report.problem):
        line = f" line {report.problem.line}" if report.problem.line else " this file"
        return f"Python cannot read{line} yet"
    if outcome not in _TITLES:
        return tally(report)
    heading = _TITLES[outcome]
    return f"{heading} · {tally(report)}" if any(c.outcome is Outcome.PASSED for c in report.checks) else heading


def tally(report: Report) -> str:
    """How many of the checks that decide the pass do pass; those this machine cannot run are not counted."""
    outcomes = [check.outcome for check in report.checks if check.counts and check.outcome is not Outcome.NOT_RUN]
    passed, total = outcomes.count(Outcome.PASSED), len(outcomes)
    if total == 1:
        return "The check passes" if passed else "The check does not pass yet"
    return f"All {total} checks pass" if passed == total and report.passed else f"{passed} of {total} checks pass"


def waiting(checks: Sequence[CheckResult]) -> str:
    """All the checks that could not be judged yet, in one sentence."""
    number = sum(check.outcome is Outcome.BLOCKED for check in checks)
    return f"{counted(number, 'check waits', 'checks wait')} for the ones above." if number else ""


def explanation(report: Report) -> str:
    """A sentence that belongs to the verdict, or nothing."""
    if report.outcome is Outcome.NOT_WRITTEN:
        return f"Write your code in {report.hand_in}, then check again. This did not count as a try."
    return _EXPLANATIONS.get(report.outcome, "")


def place(frame: Frame, hand_in: str) -> str:
    """Where a line of the hand-in is: "focal_loss.py, line 12, in forward"."""
    named = frame.function and not frame.function.startswith("<")
    return f"{hand_in}, line {frame.line}{f', in {frame.function}' if named else ''}"


def problem_sentence(problem: Problem) -> str:
    """An exception as "TypeError: message"; a limit or a signal is a sentence already."""
    if problem.kind[:1].isupper():
        return f"{problem.kind}: {problem.message}" if problem.message else problem.kind
    return problem.message


FURTHER = "One that goes further than the exercise asks does not pass yet."


def message(check: CheckResult) -> str:
    """What the check says beyond its differences and its problem."""
    if check.kind == "prediction" and check.differences:
        return ""
    told = [difference.summary for difference in check.differences]
    if check.problem is not None:
        told.append(check.problem.message)
    repeated = any(text and text[1:] in check.message for text in told)
    return "" if repeated else check.message


def devices(report: Report) -> str:
    """What became of each device, when there is more to say than that the CPU ran it."""
    if set(report.devices) <= {"cpu"}:
        return ""
    return ", ".join(f"{device} {WORDS[outcome]}" for device, outcome in report.devices.items())


def sandbox(report: Report) -> str:
    """How the hand-in was confined, when that is less than everything that matters."""
    if report.sandbox.grade <= "B":
        return ""
    missing = f" (without {', '.join(report.sandbox.missing)})" if report.sandbox.missing else ""
    return f"sandbox grade {report.sandbox.grade}{missing}"


def as_sentence(title: str) -> str:
    """A title with a full stop, unless it ends as a sentence already."""
    return title if title.endswith(("?", "!", ".")) else f"{title}."


def effort(progress: LessonProgress | None) -> str:
    """What passing took: "3 tries · 1 hint · 11 min"; nothing when the numbers would not be kind."""
    if progress is None or not 0 < progress.tries <= 10:
        return ""
    facts = [counted(progress.tries, "try", "tries")]
    if progress.hints_shown:
        facts.append(counted(progress.hints_shown, "hint"))
    minutes = _minutes(progress.first_try_at, progress.passed_at)
    if 0 < minutes <= 120:
        facts.append(f"{minutes} min")
    return " · ".join(facts)


def days_ahead(days: int) -> str:
    """When something comes: "tomorrow", "in 12 days"."""
    return {0: "today", 1: "tomorrow"}.get(max(0, days), f"in {days} days")


def days_ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def last_seen(standing: Standing, now: datetime) -> str:
    """Why a lesson is due: "passed 9 days ago"."""
    return f"{'reviewed' if standing.is_reviewed else 'passed'} {days_ago(standing.days_since(now))}"


def due(number: int) -> str:
    """How many lessons wait to be reviewed, in one calm line."""
    return f"{counted(number, 'lesson is', 'lessons are')} due for review"


def when(at: str) -> str:
    """A moment as the learner's clock showed it: "2026-03-01 09:30"."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return "at an unknown time"


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def in_words(number: str) -> str:
    """A number as it is written, unless it is not finite."""
    return NUMBERS_IN_WORDS.get(number, number)


def _minutes(start: str | None, end: str | None) -> int:
    try:
        return round((datetime.fromisoformat(end or "") - datetime.fromisoformat(start or "")).total_seconds() / 60)
    except (ValueError, TypeError):
        return 0


def _not_written(report: Report) -> str:
    unwritten = dict.fromkeys(c.item for c in report.checks if c.outcome is Outcome.NOT_WRITTEN)
    if not unwritten:
        return f"{report.hand_in} is not written yet"
    return f"{', '.join(unwritten)} {'is' if len(unwritten) == 1 else 'are'} not written yet"


def _is_syntax_error(problem: Problem) -> bool:
    return problem.kind in ("SyntaxError", "IndentationError", "TabError")
