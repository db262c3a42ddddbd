"""The only way to the worker: starts it, asks it, cancels it, replaces it. Imports no torch."""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from tutor.errors import WorkerError
from tutor.report import Report
from tutor.report_json import from_dict, report_from_dict, to_dict
from tutor.snippet import SnippetRequest, SnippetResult
from tutor.wire import Channel, WireError

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
    """The check, or the blocks of a lesson, were stopped by whoever asked for them."""


class Client:
    """Owns one worker process; several threads may each have a check running, while another cancels them all."""

    worker_module = "tutor.worker"

    def __init__(self, course_root: Path, *, nice: bool = False) -> None:
        self.course_root = course_root.resolve()
        self.nice = nice
        self._conversation: _Conversation | None = None
        self._changing = threading.Lock()

    @property
    def worker_pid(self) -> int | None:
        """The process number of the worker, while there is one."""
        return self._conversation.process.pid if self._conversation else None

    def start(self) -> None:
        """Start the worker without waiting for it, so that PyTorch imports in the background."""
        self._current()

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        """Grade one hand-in. Raises CheckCancelled, or WorkerError when the worker went away twice."""
        body = {"op": "check", "request": to_dict(replace(request, source=b""))}
        return report_from_dict(self._ask_twice(body, request.source, on_progress)["report"])

    def run_snippet(
        self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False, on_progress: OnProgress | None = None
    ) -> SnippetResult:
        """Run blocks of a lesson in the sandbox and tell what the last one printed, whatever they did.

        Raises CheckCancelled, or WorkerError when the worker went away twice.
        """
        request = SnippetRequest(lesson, tuple(blocks), shows_value)
        body = {"op": "snippet", "request": to_dict(request)}
        return from_dict(SnippetResult, self._ask_twice(body, b"", on_progress)["result"])

    def _ask_twice(self, body: dict[str, Any], raw: bytes, on_progress: OnProgress | None) -> dict[str, Any]:
        for attempt in (1, 2):
            conversation = self._current()
            try:
                return conversation.ask(body, raw, on_progress)
            except (EOFError, OSError) as error:
                self._end(conversation)
                if attempt == 2:
                    message = "The grading worker ended before it answered, twice."
                    raise WorkerError(message, "Run `tutor doctor`; your work is safe.") from error
        raise AssertionError("unreachable")

    def answers(self, lesson: str) -> dict[str, Any]:
        """The course's own answers to a lesson, for the audit; raises WorkerError."""
        return self._ask_judge({"op": "answers", "lesson": lesson})

    def spread(self, lesson: str, seed: int, device: str) -> dict[str, dict[str, float]]:
        """For each right answer, the largest share of a tolerance it needs, by dtype; raises WorkerError."""
        answer: dict[str, dict[str, float]] = self._ask_judge(
            {"op": "spread", "lesson": lesson, "seed": seed, "device": device}
        )["spread"]
        return answer

    def choices(self, lesson: str, name: str) -> tuple[str, ...]:
        """Literals to choose a prediction from, the true one unmarked among them; raises WorkerError."""
        return tuple(self._ask_judge({"op": "choices", "lesson": lesson, "name": name})["choices"])

    def _ask_judge(self, question: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._current().ask({"op": "judge", "question": question}, b"", None)
        except (EOFError, OSError) as error:
            raise WorkerError("The grading worker ended before it answered.", "Run `tutor doctor`.") from error

    def cancel(self) -> None:
        """Stop every check that is running; each `check` raises CheckCancelled."""
        self._cancel("check")

    def cancel_snippets(self) -> None:
        """Stop every snippet that is running; each `run_snippet` raises CheckCancelled."""
        self._cancel("snippet")

    def _cancel(self, what: str) -> None:
        if conversation := self._conversation:
            with contextlib.suppress(OSError):
                conversation.send({"op": "cancel", "what": what})

    def close(self) -> None:
        """End the worker and everything below it."""
        if self._conversation:
            self._end(self._conversation)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _current(self) -> _Conversation:
        with self._changing:
            if self._conversation is None or self._conversation.process.poll() is not None:
                if self._conversation is not None:
                    self._conversation.end()
                self._conversation = _Conversation(self._start_worker)
            return self._conversation

    def _end(self, conversation: _Conversation) -> None:
        """End a conversation, unless another thread has, and already begun a new one."""
        with self._changing:
            if self._conversation is conversation:
                self._conversation = None
                conversation.end()

    def _start_worker(self, theirs: socket.socket) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [sys.executable, "-P", "-m", self.worker_module, str(theirs.fileno()), str(self.course_root)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("TUTOR_DEBUG") else subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_be_nice if self.nice else None,
                env=_environment(),
            )
        except OSError as error:
            raise WorkerError(f"The grading worker could not be started: {error}.", "Run `tutor doctor`.") from error


class _Conversation:
    """One worker process, and the questions it has not answered yet."""

    def __init__(self, start_worker: Callable[[socket.socket], subprocess.Popen[bytes]]) -> None:
        ours, theirs = socket.socketpair()
        with contextlib.closing(theirs):
            try:
                self.process = start_worker(theirs)
            except BaseException:
                ours.close()
                raise
        self._channel = Channel(ours)
        self._sending = threading.Lock()
        self._waiting: dict[int, queue.SimpleQueue[dict[str, Any] | None]] = {}
        self._numbers = itertools.count(1)
        self._is_over = False
        self._reader = threading.Thread(target=self._read, name="answers of the worker", daemon=True)
        self._reader.start()

    def ask(self, body: dict[str, Any], raw: bytes, on_progress: OnProgress | None) -> dict[str, Any]:
        """Send a question and wait for its answer; raises EOFError or OSError when the worker goes away."""
        number, events = next(self._numbers), queue.SimpleQueue[dict[str, Any] | None]()
        self._waiting[number] = events
        try:
            if self._is_over:
                raise EOFError
            self.send({**body, "id": number}, raw)
            while True:
                event = events.get()
                if event is None:
                    raise EOFError
                if (answer := _answer_in(event, on_progress)) is not None:
                    return answer
        finally:
            del self._waiting[number]

    def send(self, body: dict[str, Any], raw: bytes = b"") -> None:
        with self._sending:
            self._channel.send(body, raw)

    def end(self) -> None:
        """End the worker; whoever still waits gets an EOFError."""
        with contextlib.suppress(OSError):
            self._channel.sock.shutdown(socket.SHUT_RDWR)
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if threading.current_thread() is not self._reader:
            self._reader.join()
        self._channel.close()

    def _read(self) -> None:
        """Hand every event to whoever asked, until the worker goes away."""
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


def _be_nice() -> None:
    os.nice(10)


def _environment() -> dict[str, str]:
    """The worker finds this very package, whatever folder it is started in."""
    package = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}
