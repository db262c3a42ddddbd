"""A real pseudo-terminal, and what a learner would see in it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

CHECKOUT = Path(__file__).parents[1]
PATIENCE = 45
"""Seconds before words count as never shown."""


class Terminal:
    """What a learner would see of the program."""

    def __init__(self, command: list[str], columns: int = 80, lines: int = 24, **variables: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(CHECKOUT), **variables}
        for name in ("COLUMNS", "LINES"):  # of the terminal of whoever runs the tests, which some runners pass on
            environment.pop(name, None)
        self.process = pexpect.spawn(command[0], command[1:], dimensions=(lines, columns), env=environment, timeout=30)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, words: str) -> None:
        self.wait_until(lambda: words in self.text, words)

    def wait_for_top(self, words: str) -> None:
        self.wait_until(lambda: words in self.screen.display[0], f"{words} in the top bar")

    def wait_for_not(self, words: str) -> None:
        self.wait_until(lambda: words not in self.text, f"no {words}")

    def when_written(self, words: bytes) -> float:
        """The moment of time.perf_counter at which the program had written this; drawing it here takes longer."""
        data = b""
        while words not in data:
            data += self._receive()
        moment = time.perf_counter()
        self._draw(data)
        return moment

    def click(self, words: str) -> None:
        """Press and release the left button where these words stand last on the screen, as xterm says it."""
        self.wait_for(words)
        line, column = max((y, text.rindex(words)) for y, text in enumerate(self.screen.display) if words in text)
        self.click_at(column, line)

    def click_at(self, column: int, line: int) -> None:
        """Press and release the left button on a cell, both counted from 0."""
        self.process.send("".join(f"\x1b[<0;{column + 1};{line + 1}{end}" for end in "Mm"))

    def wait_for_end(self) -> None:
        try:
            while True:
                self._read()
        except pexpect.EOF:
            self.process.close()

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE  # a cursor that blinks is read for ever
        while not condition():
            assert time.monotonic() < end, f"waited for {what!r} in vain:\n{self.text}"
            self._read()

    def _read(self) -> None:
        self._draw(self._receive())

    def _receive(self) -> bytes:
        try:
            return bytes(self.process.read_nonblocking(65536, timeout=30))
        except pexpect.TIMEOUT:
            raise AssertionError(f"nothing more was shown:\n{self.text}") from None

    def _draw(self, data: bytes) -> None:
        self.written += data
        # pyte prints the one kitty sequence it does not know as text
        self._stream.feed(data.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
