"""Runs checks in a thread, one at a time, and turns what happens into messages."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any, Protocol

from textual import work
from textual.message import Message
from textual.widget import Widget

from tutor.client import CheckRequest
from tutor.conversation import CheckCancelled, CheckProgress, OnProgress
from tutor.errors import TutorError, WorkerError
from tutor.progress import Progress
from tutor.report import Report
from tutor.reviews import Reviews
from tutor.snippet import SnippetResult
from tutor.tui.answers import right_ways
from tutor.tui.messages import (
    AnswersFound,
    AnswersMissing,
    CheckAdvanced,
    CheckFinished,
    CheckStarted,
    CheckStopped,
    WorkerLost,
)


class Grader(Protocol):
    """Whoever answers a check and runs blocks of a lesson: tutor.client.Client, or a stand-in."""

    def start(self) -> None: ...
    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report: ...
    def answers(self, lesson: str) -> dict[str, Any]: ...
    def cancel(self) -> None: ...
    def run_snippet(
        self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False, on_progress: OnProgress | None = None
    ) -> SnippetResult: ...
    def choices(self, lesson: str, name: str) -> tuple[str, ...]: ...
    def cancel_snippets(self) -> None: ...
    def close(self) -> None: ...


class CheckRunner(Widget):
    """Draws nothing. Holds one running check and, behind it, the newest that was asked for meanwhile."""

    DEFAULT_CSS = "CheckRunner { display: none; }"

    class Ended(Message):
        """The thread is done; `ending` is what to tell the screen."""

        def __init__(self, ending: CheckFinished | CheckStopped | WorkerLost) -> None:
            super().__init__()
            self.ending = ending

    def __init__(self, grader: Grader, progress: Progress, reviews: Reviews) -> None:
        super().__init__()
        self._grader = grader
        self._progress = progress
        self._reviews = reviews
        self._waiting: CheckRequest | None = None
        self._is_starting = False
        self.running: CheckRequest | None = None

    @work(thread=True, group="start", exit_on_error=False)
    def start(self) -> None:
        """Let PyTorch import in the background, before the first check asks for it."""
        with contextlib.suppress(TutorError):  # the first check says it, when it matters
            self._grader.start()

    def request(self, request: CheckRequest) -> None:
        """Check this, after what is running now; a running check of older code is stopped for it."""
        if self.running is None:
            self._run(request)
            return
        self._waiting = request
        if not self._is_starting:  # stopping it then would make PyTorch start again
            self._grader.cancel()

    def stop(self) -> None:
        self._waiting = None
        if self.running is not None:
            self._grader.cancel()

    def on_unmount(self) -> None:
        """Leave no thread behind that waits for a grader."""
        self.stop()

    def _run(self, request: CheckRequest) -> None:
        self.running = request
        self._is_starting = False
        self.post_message(CheckStarted(request.lesson))
        self._check(request)

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, request: CheckRequest) -> None:
        """In the thread: ask, keep the result, and say what came of it."""
        ending: CheckFinished | CheckStopped | WorkerLost
        try:
            report = self._grader.check(request, self._advanced)
            is_review = request.seed is not None  # nothing else in the app asks for inputs of its own
            if is_review:
                self._reviews.record(report)
            else:
                self._progress.record(report, request.source)
            ending = CheckFinished(report, is_review)
        except CheckCancelled:
            ending = CheckStopped(request.lesson)
        except TutorError as error:
            ending = WorkerLost(request.lesson, error)
        except Exception as error:  # whatever it is, the learner's file and the app are fine
            ending = WorkerLost(request.lesson, WorkerError(f"{type(error).__name__}: {error}"))
        self.post_message(self.Ended(ending))

    @work(thread=True, exclusive=True, group="answers", exit_on_error=False)
    def ask_for_answers(self, lesson: str) -> None:
        """In a thread: get the right ways to write an exercise from the judge."""
        try:
            self.post_message(AnswersFound(lesson, right_ways(self._grader.answers(lesson))))
        except TutorError as error:
            self.post_message(AnswersMissing(lesson, error))

    def _advanced(self, progress: CheckProgress) -> None:
        self._is_starting = progress.phase == "starting"
        self.post_message(CheckAdvanced(progress))

    def on_check_runner_ended(self, message: Ended) -> None:
        """Report the ending, unless newer code waits for its own check."""
        message.stop()
        self.running = None
        if self._waiting is not None:
            request, self._waiting = self._waiting, None
            self._run(request)
        else:
            self.post_message(message.ending)
