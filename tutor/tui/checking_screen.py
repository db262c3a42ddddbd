"""The half of the screen that knows what is true of the learner's file: checks, results and hints."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from textual.screen import Screen

from tutor import hints
from tutor.client import CheckRequest
from tutor.conversation import CheckProgress
from tutor.course import Course, Lesson
from tutor.errors import TutorError
from tutor.progress import Progress
from tutor.report import Report
from tutor.reviews import Review, Reviews
from tutor.tui import messages, standing
from tutor.tui.block_runner import BlockRunner
from tutor.tui.check_runner import CheckRunner, Grader
from tutor.tui.result_state import ResultState, Trouble
from tutor.tui.wording import say
from tutor.workspace import Workspace

QUICK = 0.3
"""Seconds. A check that is over sooner shows nothing but its result."""


class CheckingScreen(Screen[None]):
    """Keeps the ResultState up to date; drawing it is the other half's work."""

    def __init__(
        self,
        course: Course,
        workspace: Workspace,
        progress: Progress,
        grader: Grader,
        lesson: Lesson,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.course = course
        self.workspace = workspace
        self.learned = progress
        self.lesson = lesson
        self.state = ResultState()
        self.reviews = Reviews(progress)
        self.review: Review | None = None
        """The review that is in the editor; None for the learner's own file."""
        self.runner = CheckRunner(grader, progress, self.reviews)
        self.block_runner = BlockRunner(grader)
        self._clock = clock
        self._started_at = 0.0
        self._phase = CheckProgress("running")
        self._checked: dict[tuple[str, bool], tuple[Report, bytes]] = {}
        """The last report on each file of this session, by lesson and whether it is a review, and what was in it."""
        self._asked = b""

    @property
    def files(self) -> Workspace:
        """Where the file in the editor is: among the learner's own, or among those of reviews."""
        return self.workspace.for_review if self.review else self.workspace

    @property
    def last_checked(self) -> tuple[Report, bytes] | None:
        """The last report on the file in the editor, and what was in it."""
        return self._checked.get((self.lesson.id, self.review is not None))

    def due(self) -> list[Lesson]:
        """The lessons to review today, the longest waiting first."""
        waiting = {one.lesson: place for place, one in enumerate(self.reviews.due())}
        found = [lesson for lesson in self.course.lessons if lesson.id in waiting]
        return sorted(found, key=lambda lesson: waiting[lesson.id])

    def state_changed(self, *, is_new_result: bool = False) -> None:
        """Draw the new state."""
        raise NotImplementedError

    def current_text(self) -> str:
        """What the learner sees as their code now."""
        raise NotImplementedError

    def update_state(self, *, is_new_result: bool = False, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.state_changed(is_new_result=is_new_result)

    def start_state(self, lesson: Lesson) -> None:
        """Begin anew for another lesson, with what is known of it."""
        self.lesson = lesson
        report = self.last_checked[0] if self.last_checked else None
        path, is_review = self.files.path(lesson), self.review is not None
        self.state = ResultState(hand_in=path.name, path=standing.short_path(path), report=report, is_review=is_review)
        self.update_state(is_edited=self._is_edited(), **self._standing(report))

    def _standing(self, report: Report | None) -> dict[str, Any]:
        """The parts of the state that come from the progress file."""
        wanted = standing.hints_for(self.lesson, report)
        return {
            "hints": wanted,
            "hints_shown": hints.shown(self.learned, self.lesson, wanted),
            "progress": self.learned.lesson(self.lesson.id),
            "due": len(self.due()),
            "comes_back_in": self._comes_back_in(),
            "achievement": standing.achievement(self.course, self.lesson, self.learned),
        }

    def _comes_back_in(self) -> int | None:
        """Days until the lesson of this review comes back, once the review has ended."""
        if self.review is None or self.reviews.open_review(self.lesson.id):
            return None
        known = self.reviews.all().get(self.lesson.id)
        return known.days_left(self.reviews.clock()) if known else None

    def _is_edited(self) -> bool:
        """Whether the code is no longer what the last report is about."""
        return self.last_checked is not None and self.current_text().split("\n") != self.checked_lines()

    def checked_lines(self) -> list[str]:
        """The code that the last report on this file is about."""
        _, source = self.last_checked or (None, b"")
        return lines_of(source)

    # What happens to the file

    def on_hand_in_saved(self, message: messages.HandInSaved) -> None:
        if message.is_review != (self.review is not None):
            return  # saved just before the other file was opened
        self._asked = message.source
        seed = self.review.seed if self.review else None
        self.runner.request(CheckRequest(self.lesson.id, message.source, self.state.hand_in, seed))

    def on_hand_in_edited(self, message: messages.HandInEdited) -> None:
        is_edited = message.unsaved or self._is_edited()
        if is_edited != self.state.is_edited:
            self.update_state(is_edited=is_edited)

    def on_hand_in_trouble(self, message: messages.HandInTrouble) -> None:
        if message.error is None:
            if self.state.trouble and self.state.trouble.kind != "worker":
                self.update_state(trouble=None)
            return
        has_text = bool(self.current_text().strip())
        self.update_state(trouble=Trouble("gone" if message.is_gone else "unreadable", message.error, has_text))

    # What happens to a check

    def on_check_started(self, message: messages.CheckStarted) -> None:
        self._started_at = self._clock()
        self._phase = CheckProgress("running")
        if not self.state.checking:
            self.set_timer(QUICK, partial(self._show_still_checking, self.runner.running))

    def on_check_advanced(self, message: messages.CheckAdvanced) -> None:
        self._phase = message.progress
        if self.state.checking:
            self._show_checking()

    def _show_still_checking(self, request: CheckRequest | None) -> None:
        """Say so if it is this check that still runs, and not one that began meanwhile."""
        if self.runner.running is request:
            self._show_checking()

    def _show_checking(self) -> None:
        """Say that a check is running, and keep saying for how long."""
        if self.runner.running is None or self.runner.running.lesson != self.lesson.id:
            return
        if not self.state.checking:
            self.set_timer(0.1, self._count_seconds)
        self.update_state(checking=self._phase, seconds=self._clock() - self._started_at)

    def _count_seconds(self) -> None:
        if self.state.checking:
            self.update_state(seconds=self._clock() - self._started_at)
            self.set_timer(0.1, self._count_seconds)

    def on_check_finished(self, message: messages.CheckFinished) -> None:
        report = message.report
        self._checked[report.lesson, message.is_review] = (report, self._asked)
        if (report.lesson, message.is_review) != (self.lesson.id, self.review is not None):
            return
        changes = self._standing(report)
        trouble = None if self.state.trouble and self.state.trouble.kind == "worker" else self.state.trouble
        self.state = replace(
            self.state, report=report, checking=None, trouble=trouble, view=0, slice=0, traceback=False
        )
        self.update_state(is_new_result=True, is_edited=self._is_edited(), **changes)
        if self.learned.problem:
            self.notify(self.learned.problem, severity="warning", markup=False)
            self.learned.problem = None

    def on_check_stopped(self, message: messages.CheckStopped) -> None:
        if message.lesson == self.lesson.id:
            self.update_state(checking=None)
            self.notify(say.stopped, timeout=2)

    def on_worker_lost(self, message: messages.WorkerLost) -> None:
        self.update_state(is_new_result=True, checking=None, trouble=Trouble("worker", message.error))

    def forget_result(self) -> None:
        """The exercise starts again: what was said about the old file no longer holds."""
        self._checked.pop((self.lesson.id, self.review is not None), None)
        self.start_state(self.lesson)

    def forget_review(self, lesson: Lesson) -> None:
        """Another review of the lesson begins: what was said about the last one no longer holds."""
        self._checked.pop((lesson.id, True), None)

    # Hints

    def action_hint(self) -> None:
        if not self.state.hints:
            self.notify(say.hint_none)
            return
        shown = hints.show(self.learned, self.lesson, self.state.hints)
        if shown == self.state.hints_shown:
            self.notify(say.hint_last)
        self.update_state(hints_shown=shown)

    def action_other_view(self) -> None:
        self.update_state(view=self.state.view + 1)

    def action_other_slice(self, step: int) -> None:
        """The next or the previous of the slices that differ, where there are several."""
        if self.state.slices:
            self.update_state(slice=min(max(0, self.state.slice + step), self.state.slices - 1))

    def action_traceback(self) -> None:
        """Show every line of a traceback, or put them away again."""
        self.update_state(traceback=not self.state.traceback)

    def learn_of(self, error: TutorError) -> None:
        """Tell the learner of something that did not work, without a traceback."""
        self.notify(error.advice, title=error.message, severity="warning", markup=False)


def lines_of(source: bytes) -> list[str]:
    """The lines as the editor shows them."""
    return source.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
