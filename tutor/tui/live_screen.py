"""The part of the screen that decides when to check while typing, and what to show of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from tutor.client import CheckRequest
from tutor.course import Course, Lesson
from tutor.errors import TutorError
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui import messages
from tutor.tui.check_runner import Grader
from tutor.tui.checking_screen import CheckingScreen, lines_of
from tutor.tui.key_names import keys
from tutor.tui.live import LiveChecks
from tutor.tui.result_state import SYNTAX_ERRORS
from tutor.tui.wording import say
from tutor.workspace import Workspace


class LiveScreen(CheckingScreen):
    """Shows live results in the place of the last one that was asked for, until the next one is."""

    def __init__(
        self,
        course: Course,
        workspace: Workspace,
        progress: Progress,
        grader: Grader,
        lesson: Lesson,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(course, workspace, progress, grader, lesson, clock)
        self.live = LiveChecks(grader, clock)
        self.is_live = progress.recall("live") is True
        """The learner's setting."""
        self._live_source: bytes | None = None
        """The code that the live result on the screen is about."""

    def mark_problem(self) -> None:
        """Mark the line of the learner's file that the result is about."""
        raise NotImplementedError

    def start_state(self, lesson: Lesson) -> None:
        self.live.stop()
        self._live_source = None
        super().start_state(lesson)

    def checked_lines(self) -> list[str]:
        return super().checked_lines() if self._live_source is None else lines_of(self._live_source)

    def action_toggle_live(self) -> None:
        self.is_live = not self.is_live
        self.learned.remember("live", self.is_live)
        self.live.paused.clear()
        self.notify(keys.told(say.live_on, "check") if self.is_live else say.live_off, timeout=4)
        if self.is_live and self._may_check_now:
            self.live.wait()
        elif not self.is_live:
            self.live.stop()
            self._show_asked_for()

    def _show_asked_for(self) -> None:
        """Go back to the last result that the learner asked for."""
        if self.state.live and self.last_checked is not None:
            report, _ = self.last_checked
            self._live_source = None
            self.state = replace(self.state, report=report, live="")
            self.update_state(is_edited=self._is_edited(), **self._standing(report))
            self.mark_problem()

    @property
    def _may_check_now(self) -> bool:
        """Not before the learner asked for a first check, and never in a review, where every look would be a try."""
        return self.last_checked is not None and self.review is None

    # Textual calls these handlers first, then those of CheckingScreen for the same messages.

    def on_hand_in_edited(self, message: messages.HandInEdited) -> None:
        self.live.stop()
        was_typed = message.unsaved or self.state.live  # a lesson that opens brings its text along, and stays quiet
        if was_typed and self.is_live and self._may_check_now and self.lesson.id not in self.live.paused:
            self.live.wait()

    def on_hand_in_saved(self, message: messages.HandInSaved) -> None:
        self.live.stop()

    def on_check_finished(self, message: messages.CheckFinished) -> None:
        if message.report.lesson == self.lesson.id:
            self._live_source = None
            self.state = replace(self.state, live="")

    def on_live_checks_due(self, message: LiveChecks.Due) -> None:
        """Check the text as it is, unless the result on the screen is about that very text."""
        message.stop()
        if self.runner.running is not None:
            self.live.wait()
        elif self._is_edited() and self.state.trouble is None:
            source = self.current_text().encode("utf-8", "replace")
            self.live.check(CheckRequest(self.lesson.id, source, self.state.hand_in))
        elif self.state.live == "waiting":
            self.update_state(live="" if self._live_source is None else "shown")

    def on_live_checks_answered(self, message: LiveChecks.Answered) -> None:
        message.stop()
        if not self.is_live or message.request.lesson != self.lesson.id or self.review is not None:
            return
        if isinstance(message.result, TutorError):
            self.live.paused.add(self.lesson.id)
            self.learn_of(message.result)
        elif message.result.problem and message.result.problem.kind in SYNTAX_ERRORS:
            self.update_state(live="waiting")
        else:
            self._show_live(message.result, message.request.source)

    def _show_live(self, report: Report, source: bytes) -> None:
        """Draw it; the focus, the pane in front and what is remembered stay as they are."""
        self._live_source = source
        self.state = replace(self.state, report=report, live="shown")
        self.update_state(is_edited=self._is_edited(), **self._standing(report))
        self.mark_problem()

    def on_live_checks_too_slow(self, message: LiveChecks.TooSlow) -> None:
        message.stop()
        self.notify(keys.told(say.live_paused(message.seconds), "check"), timeout=6, markup=False)
