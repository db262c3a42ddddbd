"""Runs the blocks of a lesson in a thread, the newest that was asked for, and turns what happens into messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.widget import Widget

from tutor.conversation import CheckCancelled, CheckProgress
from tutor.errors import TutorError, WorkerError
from tutor.report import Problem
from tutor.snippet import SnippetResult
from tutor.tui.check_runner import Grader


class BlockRunner(Widget):
    """Draws nothing. What it tells of a run that is no longer wanted is told to nobody."""

    DEFAULT_CSS = "BlockRunner { display: none; }"

    class Starting(Message):
        """PyTorch has to start first."""

    @dataclass
    class Ran(Message):
        """A block ran to some end; None when it was stopped."""

        result: SnippetResult | None

    @dataclass
    class Told(Message):
        """News of the run of that number, from its thread."""

        number: int
        news: Message

    @dataclass
    class ChoicesFound(Message):
        """The values to choose a prediction from, if there are any."""

        lesson: str
        name: str
        choices: tuple[str, ...]

    def __init__(self, grader: Grader) -> None:
        super().__init__()
        self._grader = grader
        self._number = 0
        self.is_busy = False

    def run_blocks(self, lesson: str, blocks: Sequence[str], *, shows_value: bool) -> None:
        """Run these in the background, instead of what is running."""
        self.stop()
        self._number += 1
        self.is_busy = True
        self._run(self._number, lesson, tuple(blocks), shows_value)

    def stop(self) -> None:
        if self.is_busy:
            self._grader.cancel_snippets()

    def forget(self) -> None:
        """Stop, and tell nobody of what was running."""
        self.stop()
        self._number += 1
        self.is_busy = False

    def on_unmount(self) -> None:
        """Leave no thread behind that waits for a block."""
        self.stop()

    @work(thread=True, group="blocks", exit_on_error=False)
    def _run(self, number: int, lesson: str, blocks: tuple[str, ...], shows_value: bool) -> None:
        """In the thread: ask, and say what came of it."""

        def note(progress: CheckProgress) -> None:
            if progress.phase == "starting":
                self.post_message(self.Told(number, self.Starting()))

        result: SnippetResult | None
        try:
            result = self._grader.run_snippet(lesson, blocks, shows_value=shows_value, on_progress=note)
        except CheckCancelled:
            result = None
        except TutorError as error:
            result = _failed(error)
        except Exception as error:  # whatever it is, the lesson stays readable
            result = _failed(WorkerError(f"The block did not run: {type(error).__name__}: {error}"))
        self.post_message(self.Told(number, self.Ran(result)))

    def on_block_runner_told(self, message: Told) -> None:
        """Pass on what the thread says of the newest run; whatever it says of another is no longer wanted."""
        message.stop()
        if message.number == self._number:
            self.is_busy = self.is_busy and not isinstance(message.news, self.Ran)
            self.post_message(message.news)

    @work(thread=True, group="choices", exclusive=True, exit_on_error=False)
    def find_choices(self, lesson: str, name: str) -> None:
        """In a thread: ask for the values to choose a prediction from; without an answer there are none."""
        try:
            choices = self._grader.choices(lesson, name)
        except Exception:  # the value can be typed all the same
            choices = ()
        self.post_message(self.ChoicesFound(lesson, name, choices))


def _failed(error: TutorError) -> SnippetResult:
    return SnippetResult(problem=Problem("worker", error.message, advice=error.advice))
