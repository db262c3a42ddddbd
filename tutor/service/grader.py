"""The grader of a command or of the app: this user's service, or a worker of its own where there can be none."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

from tutor.client import Asker, Client
from tutor.conversation import Conversation, OnProgress, Question
from tutor.errors import WorkerError
from tutor.service.link import connect_or_start
from tutor.service.sockets import ServiceUnavailable
from tutor.service.wanted import idle_seconds, is_wanted


class ServiceGrader(Asker):
    """Asks the service, once more a new one when it goes away, and leaves it running at the end."""

    def __init__(self, course_root: Path) -> None:
        self._course_root = course_root.resolve()
        self._conversation: Conversation | None = None
        self._own: Client | None = None
        self._changing = threading.Lock()

    def start(self) -> None:
        """Let PyTorch start in the background, if it has not for somebody else."""
        found = self._current()
        if isinstance(found, Client):
            found.start()
        else:
            _say(found, {"op": "start"})

    def ask(self, question: Question, on_progress: OnProgress | None = None) -> dict[str, Any]:
        for attempt in (1, 2):
            found = self._current()
            if isinstance(found, Client):
                return found.ask(question, on_progress)
            try:
                return found.ask(question, on_progress)
            except (EOFError, OSError) as error:
                self._drop(found)
                if attempt == 2:
                    message = "The grading service ended before it answered, twice."
                    raise WorkerError(message, "Run `tutor doctor`; your work is safe.") from error
        raise AssertionError("unreachable")

    def tell(self, message: dict[str, Any]) -> None:
        if self._own:
            self._own.tell(message)
        elif found := self._conversation:
            _say(found, message)

    def close(self) -> None:
        """Leave; what still runs for this grader is stopped, and the service goes on."""
        with self._changing:
            if self._conversation:
                self._conversation.end()
                self._conversation = None
            if self._own:
                self._own.close()

    def __enter__(self) -> ServiceGrader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _current(self) -> Conversation | Client:
        with self._changing:
            if self._own is None and self._conversation is None:
                try:
                    self._conversation = Conversation(connect_or_start(self._course_root))
                except ServiceUnavailable:
                    self._own = Client(self._course_root, nice=True)
            found = self._own or self._conversation
            assert found is not None
            return found

    def _drop(self, gone: Conversation) -> None:
        """Forget a service that went away, unless another thread has, and already found a new one."""
        with self._changing:
            if self._conversation is gone:
                self._conversation = None
                gone.end()


def _say(conversation: Conversation, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):
        conversation.send(message)


WarmGrader = Client | ServiceGrader


def warm_grader(course_root: Path, *, nice: bool = False) -> WarmGrader:
    """The service where it is wanted, else a worker that lives as long as its client. Raises UsageError."""
    if not is_wanted(os.environ):
        return Client(course_root, nice=nice)
    idle_seconds(os.environ)
    return ServiceGrader(course_root)
