"""The one owner of stdout and stderr: the answer goes to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from functools import cached_property

from tutor.errors import TutorError
from tutor.render.capabilities import Capabilities, capabilities_of, is_terminal
from tutor.render.text import cut, one_line


class Console:
    """What a command may say, and to whom."""

    def __init__(self) -> None:
        self._warned: set[str] = set()

    @cached_property
    def place(self) -> Capabilities:
        """What stdout can show."""
        return capabilities_of(sys.stdout)

    @cached_property
    def _beside(self) -> Capabilities:
        return capabilities_of(sys.stderr)

    @property
    def is_interactive(self) -> bool:
        """Whether a person sits at both ends, so that the app can open."""
        return is_terminal(sys.stdin) and is_terminal(sys.stdout) and os.environ.get("TERM", "dumb") != "dumb"

    def answer(self, text: str) -> None:
        """Write to stdout; a reader that has left early (`| head`) is no failure."""
        if sys.stdout is None:
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            self.let_go()
        except OSError as error:
            raise TutorError(
                f"The result cannot be written: {error.strerror}.", "Look at where stdout goes."
            ) from error

    def let_go(self) -> None:
        """Write no more to a reader that is gone; Python would complain again when it flushes at exit."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def say(self, text: str) -> None:
        """One line for the person, beside the answer."""
        if sys.stderr is not None:
            print(self._beside.fit(text), file=sys.stderr, flush=True)

    def warn(self, text: str | None) -> None:
        """Say it once, however often it is found."""
        if text and text not in self._warned:
            self._warned.add(text)
            self.say(f"{self._beside.paint('Warning:', 'trouble')} {one_line(text, 600)}")

    def complain(self, error: TutorError) -> None:
        """What went wrong and what to do about it."""
        self.say(f"{self._beside.paint('tutor:', 'trouble')} {one_line(error.message, 600)}")
        if error.advice:
            self.say(f"       {one_line(error.advice, 600)}")

    def passing(self, text: str) -> None:
        """A line that the next one overwrites, only where a person watches; the empty text takes it away."""
        if is_terminal(sys.stderr) and os.environ.get("TERM", "dumb") != "dumb":
            line = cut(one_line(text), self._beside.width - 3)
            sys.stderr.write(f"\r\x1b[K{self._beside.fit(line)}")
            sys.stderr.flush()

    def confirm(self, question: str) -> bool | None:
        """Ask a yes-or-no question; None when there is nobody to ask."""
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            return None
        sys.stderr.write(f"{question} [y/N] ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            self.say("")
        return answer.strip().lower() in ("y", "yes")
