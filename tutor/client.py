"""The only way to the worker: starts it, asks it, cancels it, replaces it. Imports no torch."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from tutor.errors import WorkerError
from tutor.report import Report
from tutor.report_json import report_from_dict, to_dict
from tutor.wire import Channel

DeviceChoice = Literal["auto", "cpu", "cuda", "all"]


@dataclass(frozen=True)
class CheckRequest:
    """One hand-in to grade."""

    lesson: str
    source: bytes
    hand_in: str
    """The file's name, for tracebacks and the report."""
    seed: int | None = None
    """None is the lesson's own fixed seed."""
    device: DeviceChoice = "auto"
    require_sandbox: str | None = None
    """The lowest sandbox grade to accept, "A" to "E"."""


@dataclass(frozen=True)
class CheckProgress:
    """Where a check is: PyTorch is still starting, or check `done + 1` of `total` is running."""

    phase: Literal["starting", "running"]
    done: int = 0
    total: int = 0
    claim: str = ""


OnProgress = Callable[[CheckProgress], None]


class CheckCancelled(Exception):
    """The check was stopped by `Client.cancel`."""


class Client:
    """Owns one worker process; blocking, and safe to call from one thread while another cancels."""

    def __init__(self, course_root: Path, *, nice: bool = False) -> None:
        self.course_root = course_root.resolve()
        self.nice = nice
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None
        self._sending = threading.Lock()
        self._asking = threading.Lock()

    def start(self) -> None:
        """Start the worker without waiting for it, so that PyTorch imports in the background."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        ours, theirs = socket.socketpair()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tutor.worker", str(theirs.fileno()), str(self.course_root)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("TUTOR_DEBUG") else subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_be_nice if self.nice else None,
                env=_environment(),
            )
        except OSError as error:
            ours.close()
            raise WorkerError(f"The grading worker could not be started: {error}.", "Run `tutor doctor`.") from error
        finally:
            theirs.close()
        self._channel = Channel(ours)

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        """Grade one hand-in. Raises CheckCancelled, or WorkerError when the worker went away twice."""
        body = {"op": "check", "request": to_dict(replace(request, source=b""))}
        for attempt in (1, 2):
            try:
                return report_from_dict(self._ask(body, request.source, on_progress)["report"])
            except (EOFError, OSError) as error:
                self._discard()
                if attempt == 2:
                    message = "The grading worker ended before it answered, twice."
                    raise WorkerError(message, "Run `tutor doctor`; your work is safe.") from error
        raise AssertionError("unreachable")

    def answers(self, lesson: str) -> dict[str, Any]:
        """The course's own answers to a lesson, for the audit; raises WorkerError."""
        try:
            return self._ask({"op": "answers", "lesson": lesson}, b"", None)
        except (EOFError, OSError) as error:
            raise WorkerError("The grading worker ended before it answered.", "Run `tutor doctor`.") from error

    def cancel(self) -> None:
        """Stop the check that is running, if any; its `check` raises CheckCancelled."""
        with contextlib.suppress(OSError):
            self._send({"op": "cancel"}, b"")

    def close(self) -> None:
        """End the worker and everything below it."""
        self._discard()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _ask(self, body: dict[str, Any], raw: bytes, on_progress: OnProgress | None) -> dict[str, Any]:
        """Send a question and read events until one of them is its answer."""
        with self._asking:
            self.start()
            assert self._channel
            self._send(body, raw)
            while True:
                event = self._channel.receive().body
                match event.pop("event"):
                    case "progress":
                        if on_progress:
                            on_progress(CheckProgress(**event))
                    case "cancelled":
                        raise CheckCancelled
                    case "failed":
                        raise WorkerError(event["message"], event["advice"])
                    case _:
                        return event

    def _send(self, body: dict[str, Any], raw: bytes) -> None:
        with self._sending:
            if self._channel:
                self._channel.send(body, raw)

    def _discard(self) -> None:
        if self._channel:
            with contextlib.suppress(OSError):
                self._channel.sock.shutdown(socket.SHUT_RDWR)
            self._channel.close()
        if self._process:
            try:
                self._process.wait(3)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = self._channel = None


def _be_nice() -> None:
    os.nice(10)


def _environment() -> dict[str, str]:
    """The worker finds this very package, whatever folder it is started in."""
    package = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}
