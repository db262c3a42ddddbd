"""The grader of one tab: asks the server, which has one worker for all of them. Imports no torch."""

from __future__ import annotations

import contextlib
import socket
from typing import Any

from tutor.client import Asker
from tutor.conversation import Conversation, OnProgress, Question
from tutor.errors import WorkerError


class SharedGrader(Asker):
    """Asks over the one socket that there is; nobody else can be asked once the server has gone."""

    def __init__(self, server: socket.socket) -> None:
        self._conversation = Conversation(server)

    def start(self) -> None:
        """Let PyTorch start, if it has not for somebody else."""
        self.tell({"op": "start"})

    def ask(self, question: Question, on_progress: OnProgress | None = None) -> dict[str, Any]:
        try:
            return self._conversation.ask(question, on_progress)
        except (EOFError, OSError) as error:
            raise WorkerError("The server has stopped.", "Your work is safe; ask whoever runs it.") from error

    def tell(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self._conversation.send(message)

    def close(self) -> None:
        """Leave; a check that still waits for its answer raises WorkerError."""
        self._conversation.end()
