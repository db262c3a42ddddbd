"""Questions and answers over a socket to a worker, several at a time. Imports no torch."""

from __future__ import annotations

import contextlib
import itertools
import queue
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from tutor.errors import WorkerError
from tutor.wire import Channel, WireError


@dataclass(frozen=True)
class CheckProgress:
    """Where a check is: it waits for others, PyTorch is still starting, or check `done + 1` of `total` is running."""

    phase: Literal["waiting", "starting", "running"]
    done: int = 0
    total: int = 0
    claim: str = ""
    ahead: int = 0
    """How many other checks must end before a waiting one begins."""


OnProgress = Callable[[CheckProgress], None]


class CheckCancelled(Exception):
    """The check, or the blocks of a lesson, were stopped by whoever asked for them."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked once: two with the same words are two questions, and stopping one does not stop the other."""

    body: dict[str, Any]
    raw: bytes = b""


class Conversation:
    """One socket, and the questions that have not been answered over it yet."""

    def __init__(self, ours: socket.socket) -> None:
        self._channel = Channel(ours)
        self._sending = threading.Lock()
        self._waiting: dict[int, queue.SimpleQueue[dict[str, Any] | None]] = {}
        self._questions: dict[int, Question] = {}
        self._numbers = itertools.count(1)
        self._is_over = False
        self._reader = threading.Thread(target=self._read, name="answers of the worker", daemon=True)
        self._reader.start()

    def ask(self, question: Question, on_progress: OnProgress | None = None) -> dict[str, Any]:
        """Send a question and wait for its answer; raises EOFError or OSError when the other side goes away."""
        number, events = next(self._numbers), queue.SimpleQueue[dict[str, Any] | None]()
        self._waiting[number], self._questions[number] = events, question
        try:
            if self._is_over:
                raise EOFError
            self.send({**question.body, "id": number}, question.raw)
            while True:
                event = events.get()
                if event is None:
                    raise EOFError
                if (answer := _answer_in(event, on_progress)) is not None:
                    return answer
        finally:
            del self._waiting[number], self._questions[number]

    def stop(self, question: Question) -> None:
        """Let the other side stop what it does for this very question; raises OSError."""
        for number, asked in list(self._questions.items()):
            if asked is question:
                self.send({"op": "cancel", "id": number})

    def send(self, body: dict[str, Any], raw: bytes = b"") -> None:
        """Send what needs no answer; raises OSError when the other side is gone."""
        with self._sending:
            self._channel.send(body, raw)

    def hang_up(self) -> None:
        """Say no more; whoever still waits gets an EOFError."""
        with contextlib.suppress(OSError):
            self._channel.sock.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Hang up, and leave neither a thread nor a socket behind."""
        self.hang_up()
        if threading.current_thread() is not self._reader:
            self._reader.join()
        self._channel.close()

    def _read(self) -> None:
        """Hand every event to whoever asked, until the other side goes away."""
        with contextlib.suppress(EOFError, OSError, WireError):
            while True:
                event = self._channel.receive().body
                if (events := self._waiting.get(event.pop("id"))) is not None:
                    events.put(event)
        self._is_over = True
        for events in list(self._waiting.values()):
            events.put(None)


def _answer_in(event: dict[str, Any], on_progress: OnProgress | None) -> dict[str, Any] | None:
    """The answer, unless the event only tells how far the check is; raises what the worker says went wrong."""
    match event.pop("event"):
        case "progress":
            if on_progress:
                on_progress(CheckProgress(**event))
            return None
        case "cancelled":
            raise CheckCancelled
        case "failed":
            raise WorkerError(event["message"], event["advice"])
        case _:
            return event
