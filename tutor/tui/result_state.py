"""All that the results pane, the status strip and the tabs are drawn from, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tutor.conversation import CheckProgress
from tutor.course import Hint
from tutor.errors import TORCH_MISSING, TutorError
from tutor.progress import LessonProgress
from tutor.report import Outcome, Report
from tutor.tui.wording import say

SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")


@dataclass(frozen=True)
class Trouble:
    """Why there can be no check at all: the file is gone or unreadable, or the grader is."""

    kind: Literal["gone", "unreadable", "worker"]
    error: TutorError
    has_text: bool = False
    """Whether the editor still holds what the file contained."""

    @property
    def is_torch_missing(self) -> bool:
        return self.kind == "worker" and self.error.message == TORCH_MISSING


@dataclass(frozen=True)
class Achievement:
    """What a pass means for the course: shown once the lesson passes."""

    you_can_now: tuple[str, ...] = ()
    unit: str = ""
    unit_number: int = 0
    done: int = 0
    total: int = 0
    next_lesson: str = ""
    """Number and title; empty at the end of the course."""
    is_course_done: bool = False
    summary: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For each unit that is to be looked back on, its title and what the learner can do now."""


@dataclass(frozen=True)
class ResultState:
    """Everything there is to say about the learner's file now."""

    hand_in: str = ""
    path: str = ""
    """As a learner writes it: ~/torch-course/outer_sum.py."""
    report: Report | None = None
    checking: CheckProgress | None = None
    seconds: float = 0.0
    is_edited: bool = False
    live: Literal["", "shown", "waiting"] = ""
    """Whether the report is of a check while typing, or one is waiting for code that Python can read."""
    trouble: Trouble | None = None
    hints: tuple[Hint, ...] = ()
    hints_shown: int = 0
    progress: LessonProgress = field(default_factory=LessonProgress)
    achievement: Achievement = Achievement()
    due: int = 0
    """How many lessons wait to be reviewed."""
    is_review: bool = False
    comes_back_in: int | None = None
    """Days until the lesson comes back, once its review has ended."""
    view: int = 0
    slice: int = 0
    """Which of the slices that differ is shown, counted from 0."""
    traceback: bool = False
    """Whether every line of a traceback is shown."""

    @property
    def slices(self) -> int:
        """How many slices there are to step through."""
        check = self.report.first_failure if self.report else None
        return max((1 + len(one.further) for one in check.differences if one.further), default=0) if check else 0


@dataclass(frozen=True)
class Headline:
    """A result in one line: a glyph, its colour and the words."""

    glyph: str
    style: str
    text: str


def headline(state: ResultState) -> Headline:
    """What is true now, in a few words."""
    if state.checking:
        return Headline("◐", "$secondary", _doing(state.checking))
    if state.trouble:
        return Headline("!", "$warning", trouble_title(state))
    if state.report is None:
        return Headline("○", "$foreground 60%", say.not_checked)
    return report_headline(state.report)


def _doing(progress: CheckProgress) -> str:
    if progress.phase == "waiting":
        return say.waiting_for(progress.ahead)
    return say.starting if progress.phase == "starting" else say.checking


def trouble_title(state: ResultState) -> str:
    if state.trouble is None or state.trouble.kind == "worker":
        return say.no_torch if state.trouble and state.trouble.is_torch_missing else say.worker_lost
    return say.gone(state.hand_in) if state.trouble.kind == "gone" else say.unreadable(state.hand_in)


def report_headline(report: Report) -> Headline:
    counting = [check for check in report.checks if check.counts]
    passed = sum(check.outcome is Outcome.PASSED for check in counting)
    outcome = leading_outcome(report)
    if outcome is Outcome.PASSED:
        return Headline("✓", "$success", say.all_pass(passed))
    if outcome is Outcome.FAILED:
        return Headline("✗", "$error", say.checks_pass(passed, len(counting)))
    if outcome is Outcome.NOT_WRITTEN:
        return Headline("○", "$accent", say.not_written(report.first_failure.item if report.first_failure else ""))
    if outcome is Outcome.NOT_RUN:
        return Headline("○", "$foreground 60%", say.outcome(outcome))
    if report.problem and report.problem.kind in SYNTAX_ERRORS:
        return Headline("!", "$warning", say.cannot_read(report.problem.line))
    return Headline("!", "$warning", say.outcome(outcome))


def leading_outcome(report: Report) -> Outcome:
    """The outcome a learner should hear of first: the file's, or that of the first check to look at."""
    if report.problem is not None or report.passed or report.first_failure is None:
        return report.outcome
    return report.first_failure.outcome
