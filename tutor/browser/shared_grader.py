"""The grader of one tab: asks the server, which has one worker for all of them. Imports no torch."""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
from dataclasses import replace
from typing import Any

from tutor.client import CheckRequest, OnProgress, answer_in
from tutor.errors import WorkerError
from tutor.report import Report
from tutor.report_json import report_from_dict, to_dict
from tutor.wire import Channel


class SharedGrader:
    """Has one check running at a time, which another thread may cancel."""

    def __init__(self, server: socket.socket) -> None:
        self._channel = Channel(server)
        self._sending = threading.Lock()
        self._numbers = itertools.count(1)

    def start(self) -> None:
        """Let PyTorch start, if it has not for somebody else."""
        with contextlib.suppress(OSError):
            self._send({"op": "start"})

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        """Grade one hand-in; raises CheckCancelled, or WorkerError when the worker or the server went away."""
        number = next(self._numbers)
        try:
            self._send({"op": "check", "id": number, "request": to_dict(replace(request, source=b""))}, request.source)
            while True:
                event = self._channel.receive().body
                if event.pop("id") == number and (answer := answer_in(event, on_progress)) is not None:
                    return report_from_dict(answer["report"])
        except (EOFError, OSError) as error:
            raise WorkerError("The server has stopped.", "Your work is safe; ask whoever runs it.") from error

    def cancel(self) -> None:
        with contextlib.suppress(OSError):
            self._send({"op": "cancel"})

    def close(self) -> None:
        """Leave; a check that still waits for its answer raises WorkerError."""
        with contextlib.suppress(OSError):
            self._channel.sock.shutdown(socket.SHUT_RDWR)
        self._channel.close()

    def _send(self, body: dict[str, Any], raw: bytes = b"") -> None:
        with self._sending:
            self._channel.send(body, raw)
