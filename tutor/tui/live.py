"""Checks while typing: of the editor's text as it is, after a pause, saving nothing and counting nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from tutor.client import CheckRequest
from tutor.conversation import CheckCancelled, CheckProgress
from tutor.errors import TutorError, WorkerError
from tutor.report import Report
from tutor.tui.check_runner import Grader

PAUSE = 0.6
"""Seconds without a key before the text is checked."""
TOO_SLOW = 1.0
"""Seconds. Checks that take longer would only ever be in the way."""


@dataclass
class _Run:
    """One check, from the pause in typing to its end."""

    request: CheckRequest
    started: float
    """When its own work began; the start of PyTorch is not the lesson's fault."""
    is_starting_pytorch: bool = False


class LiveChecks(Widget):
    """Draws nothing. At most one check that matters; an older one may still be ending, and is not heard."""

    DEFAULT_CSS = "LiveChecks { display: none; }"

    class Due(Message):
        """There was a pause in typing."""

    class Answered(Message):
        """A live check ended before anything else was typed."""

        def __init__(self, request: CheckRequest, result: Report | TutorError) -> None:
            super().__init__()
            self.request = request
            self.result = result

    class TooSlow(Message):
        """A live check took too long, finished or not; the lesson has no more of them."""

        def __init__(self, lesson: str, seconds: float) -> None:
            super().__init__()
            self.lesson = lesson
            self.seconds = seconds

    class Ended(Message):
        """The thread is done."""

        def __init__(self, run: _Run, result: Report | TutorError, seconds: float) -> None:
            super().__init__()
            self.run = run
            self.result = result
            self.seconds = seconds

    def __init__(self, grader: Grader, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.paused: set[str] = set()
        """The lessons that were too slow."""
        self._grader = grader
        self._clock = clock
        self._timer: Timer | None = None
        self._run: _Run | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or about to."""
        return self._run is None and self._timer is None

    def wait(self) -> None:
        """A key was typed: what is running is old, and the pause begins anew."""
        self.stop()
        self._timer = self.set_timer(PAUSE, self._pause_is_over)

    def _pause_is_over(self) -> None:
        self._timer = None
        self.post_message(self.Due())

    def stop(self) -> None:
        """Check nothing, now or soon."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._run is None:
            return
        run, self._run = self._run, None
        if not run.is_starting_pytorch:  # stopping it then would make PyTorch start again
            self._grader.cancel()
            self._judge_speed(run, self._clock() - run.started)

    def on_unmount(self) -> None:
        """Leave no thread behind that waits for a grader."""
        self.stop()

    def check(self, request: CheckRequest) -> None:
        """Begin a check, in place of the one that may be running."""
        self.stop()
        self._run = _Run(request, self._clock())
        self._check(self._run)

    @work(thread=True, group="live", exit_on_error=False)
    def _check(self, run: _Run) -> None:
        """In the thread: ask, and say what came of it; nothing is kept."""

        def advanced(progress: CheckProgress) -> None:
            if run.is_starting_pytorch:
                run.started = self._clock()
            run.is_starting_pytorch = progress.phase == "starting"

        result: Report | TutorError
        try:
            result = self._grader.check(run.request, advanced)
        except CheckCancelled:
            return
        except TutorError as error:
            result = error
        except Exception as error:  # whatever it is, the learner's file and the app are fine
            result = WorkerError(f"{type(error).__name__}: {error}")
        self.post_message(self.Ended(run, result, self._clock() - run.started))

    def on_live_checks_ended(self, message: Ended) -> None:
        message.stop()
        if message.run is self._run:
            self._run = None
            self.post_message(self.Answered(message.run.request, message.result))
            self._judge_speed(message.run, message.seconds)

    def _judge_speed(self, run: _Run, seconds: float) -> None:
        lesson = run.request.lesson
        if seconds > TOO_SLOW and lesson not in self.paused:
            self.paused.add(lesson)
            self.post_message(self.TooSlow(lesson, seconds))
