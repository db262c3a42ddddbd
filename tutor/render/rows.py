"""A report as the rows a host shows: one for each check, or one for a file that could not be judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from tutor.classroom.result import OUR_FAULTS
from tutor.render import wording
from tutor.render.text import escape_controls
from tutor.report import CheckResult, Outcome, Problem, Report

_LIMITS = (16_000, 4_000, 1_000, 250, 60)
"""Characters of untrusted text in one place, from generous to what fits anywhere."""


@dataclass(frozen=True)
class Row:
    """One line of a host's table. Its texts may be untrusted: each format escapes them for where they go."""

    id: str
    """Unique within the report."""
    item: str
    name: str
    outcome: Outcome
    points: float
    max_points: float
    """Never 0 for a file that could not be judged, so that a total of 0 is a total of something."""
    text: str = ""
    """Why it did not pass, on several lines."""
    stretch: bool = False
    problem: Problem | None = None
    check: CheckResult | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it says nothing about the student: our fault, or this machine cannot run it."""
        return self.outcome in OUR_FAULTS

    @property
    def passed(self) -> bool:
        return self.outcome is Outcome.PASSED


def rows(report: Report) -> list[Row]:
    """The checks in order, after a row for the whole file when that could not be judged."""
    seen: dict[str, int] = {}
    found = [_of_check(check, report, seen) for check in report.checks]
    return [_whole_file(report), *found] if report.problem is not None or not found else found


def _of_check(check: CheckResult, report: Report, seen: dict[str, int]) -> Row:
    seen[check.id] = seen.get(check.id, 0) + 1
    name = check.id if seen[check.id] == 1 else f"{check.id}_{check.device}_{seen[check.id]}"
    lines = [] if check.outcome is Outcome.PASSED else [wording.message(check), details(check, report.hand_in)]
    text = "\n".join(filter(None, lines))
    if not text and check.outcome is not Outcome.PASSED:
        text = f"{wording.WORDS[check.outcome].capitalize()}."
    claim = check.claim if check.device == "cpu" else f"{check.claim} ({check.device})"
    return Row(
        name,
        check.item,
        claim,
        check.outcome,
        check.points,
        check.max_points,
        text,
        check.stretch,
        check.problem,
        check,
    )


def _whole_file(report: Report) -> Row:
    parts = [f"{wording.title(report)}.", wording.explanation(report)]
    if report.problem is not None:
        parts.append(problem_text(report.problem, report.hand_in))
    text = "" if report.passed else "\n".join(filter(None, parts))
    most = 0.0 if report.checks else 1.0
    claim = f"{report.hand_in} can be judged"
    return Row("file", "file", claim, report.outcome, 0.0, most, text, problem=report.problem)


def details(check: CheckResult, hand_in: str) -> str:
    """Everything known about why a check did not pass, without its message."""
    lines = [check.case] if check.case else []
    for difference in check.differences:
        lines.append(f"{difference.name}: {difference.summary}")
        sides = (("expected", difference.expected), ("yours", difference.yours))
        lines += [f"  {label}: {view.text}" for label, view in sides if view is not None]
    if check.problem is not None:
        lines.append(problem_text(check.problem, hand_in))
    if check.diagnosis is not None:
        lines.append(f"What this looks like: {check.diagnosis.sentence}")
    return "\n".join(lines)


def problem_text(problem: Problem, hand_in: str) -> str:
    frames = [f"{wording.place(frame, hand_in)}: {frame.source.strip()}" for frame in problem.frames]
    return "\n".join(line for line in (*frames, wording.problem_sentence(problem), problem.advice) if line)


def why_not_graded(report: Report) -> str:
    """Why there is no grade, as a sentence for the student; "" where there is one."""
    if report.outcome not in OUR_FAULTS:
        return ""
    first = next((check.message for check in report.checks if check.outcome in OUR_FAULTS and check.message), "")
    why = wording.problem_sentence(report.problem) if report.problem is not None else first
    return f"Not graded: {wording.title(report)}. {why} This does not count against you.".replace("  ", " ")


def printed(report: Report, length: int) -> str:
    """What the hand-in printed, made safe, in at most `length` characters with a note where it was cut."""
    return clip(report.output, length, was_cut=report.output_cut)


def clip(text: str, length: int, *, was_cut: bool = False) -> str:
    """Text without control characters or lone surrogates, in at most `length` characters, the note included."""
    note = "\n… (the rest was cut)"
    safe = escape_controls(text[: length + 1]).rstrip("\n")
    if len(safe) <= length - (len(note) if was_cut else 0):
        return safe + (note if was_cut else "")
    return (safe[: max(0, length - len(note))] + note)[:length]


def number(value: float) -> float:
    """Points as people write them: 3 instead of 3.0, and no 0.30000000000000004."""
    return int(value) if value == int(value) else round(value, 6)


def document(build: Callable[[int], object], largest: int) -> str:
    """JSON in pure ASCII of at most `largest` bytes; `build` gets how many characters a text may have."""
    for length in _LIMITS:
        text = json.dumps(build(length), indent=2, ensure_ascii=True, allow_nan=False) + "\n"
        if len(text) <= largest:
            break
    return text
