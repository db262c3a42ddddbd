"""The only way to the worker: starts it, asks it, cancels it, replaces it. Imports no torch."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from tutor.conversation import Conversation, OnProgress, Question
from tutor.errors import WorkerError
from tutor.report import Report
from tutor.report_json import from_dict, report_from_dict, to_dict
from tutor.snippet import SnippetRequest, SnippetResult

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
class ListedCheck:
    """A check that a report of its lesson will hold, on the CPU always."""

    id: str
    item: str
    claim: str
    max_points: float
    on_cuda: bool
    """Whether it is judged on a GPU too."""


def check_question(request: CheckRequest, *, quiet: bool = True) -> Question:
    """What a worker is asked about a hand-in; the "report" of its answer is one as JSON values.

    When `quiet`, nothing is told of how far it is.
    """
    body = {"op": "check", "request": to_dict(replace(request, source=b"")), "quiet": quiet}
    return Question(body, request.source)


class Asker:
    """What can be asked, whoever answers; several threads may ask, while another cancels."""

    def ask(self, question: Question, on_progress: OnProgress | None = None) -> dict[str, Any]:
        """The answer. Raises CheckCancelled, or WorkerError when whoever should answer went away."""
        raise NotImplementedError

    def tell(self, message: dict[str, Any]) -> None:
        """Say what needs no answer, if there is anybody to hear it."""
        raise NotImplementedError

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        """Grade one hand-in. Raises CheckCancelled, or WorkerError when the worker went away twice."""
        return report_from_dict(self.ask(check_question(request, quiet=on_progress is None), on_progress)["report"])

    def run_snippet(
        self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False, on_progress: OnProgress | None = None
    ) -> SnippetResult:
        """Run blocks of a lesson in the sandbox and tell what the last one printed, whatever they did.

        Raises CheckCancelled, or WorkerError when the worker went away twice.
        """
        body = {"op": "snippet", "request": to_dict(SnippetRequest(lesson, tuple(blocks), shows_value))}
        return from_dict(SnippetResult, self.ask(Question(body), on_progress)["result"])

    def answers(self, lesson: str) -> dict[str, Any]:
        """The course's own answers to a lesson, for the audit and for comparing after a pass; raises WorkerError."""
        return self._ask_judge({"op": "answers", "lesson": lesson})

    def checks(self, lesson: str) -> tuple[ListedCheck, ...]:
        """What a lesson is judged by, in the order of its report, without grading anything; raises WorkerError."""
        listed = self._ask_judge({"op": "checks", "lesson": lesson})["checks"]
        return tuple(from_dict(ListedCheck, check) for check in listed)

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
        return self.ask(Question({"op": "judge", "question": question}))

    def cancel(self) -> None:
        """Stop every check that is running; each `check` raises CheckCancelled."""
        self.tell({"op": "cancel", "what": "check"})

    def cancel_snippets(self) -> None:
        """Stop every snippet that is running; each `run_snippet` raises CheckCancelled."""
        self.tell({"op": "cancel", "what": "snippet"})


class Client(Asker):
    """Owns one worker process, which starts in `environment` where that is given, and otherwise in ours."""

    worker_module = "tutor.worker"

    def __init__(self, course_root: Path, *, nice: bool = False, environment: Mapping[str, str] | None = None) -> None:
        self.course_root = course_root.resolve()
        self.nice = nice
        self.environment = environment
        self._worker: _Worker | None = None
        self._expected_runs: int | None = None
        self._changing = threading.Lock()

    @property
    def worker_pid(self) -> int | None:
        """The process number of the worker, while there is one."""
        return self._worker.process.pid if self._worker else None

    def start(self) -> None:
        """Start the worker without waiting for it, so that PyTorch imports in the background."""
        self._current()

    def ask(self, question: Question, on_progress: OnProgress | None = None) -> dict[str, Any]:
        """Ask the worker there is; if it went away, once more a new one."""
        for attempt in (1, 2):
            worker = self._current()
            try:
                return worker.conversation.ask(question, on_progress)
            except (EOFError, OSError) as error:
                self._end(worker)
                if attempt == 2:
                    message = "The grading worker ended before it answered, twice."
                    raise WorkerError(message, "Run `tutor doctor`; your work is safe.") from error
        raise AssertionError("unreachable")

    def expect_many(self, runs_at_once: int) -> None:
        """Start the worker; of more checks than it makes runs at once, the others are planned or decided meanwhile."""
        self._expected_runs = runs_at_once
        self._tell_what_to_expect(self._current())

    def _tell_what_to_expect(self, worker: _Worker) -> None:
        with contextlib.suppress(OSError):
            worker.conversation.send({"op": "expect_many", "runs_at_once": self._expected_runs})

    def tell(self, message: dict[str, Any]) -> None:
        if worker := self._worker:
            with contextlib.suppress(OSError):
                worker.conversation.send(message)

    def stop(self, question: Question) -> None:
        """Stop what is done for this very question; its `ask` raises CheckCancelled."""
        if worker := self._worker:
            with contextlib.suppress(OSError):
                worker.conversation.stop(question)

    def close(self) -> None:
        """End the worker and everything below it."""
        if self._worker:
            self._end(self._worker)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _current(self) -> _Worker:
        with self._changing:
            if self._worker is None or self._worker.process.poll() is not None:
                if self._worker is not None:
                    self._worker.end()
                self._worker = self._start_worker()
                if self._expected_runs is not None:
                    self._tell_what_to_expect(self._worker)
            return self._worker

    def _end(self, worker: _Worker) -> None:
        """End a worker, unless another thread has, and already started a new one."""
        with self._changing:
            if self._worker is worker:
                self._worker = None
                worker.end()

    def _start_worker(self) -> _Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-m", self.worker_module, str(theirs.fileno()), str(self.course_root)],
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=None if os.environ.get("TUTOR_DEBUG") else subprocess.DEVNULL,
                    start_new_session=True,
                    preexec_fn=_be_nice if self.nice else None,
                    env=child_environment(self.environment),
                )
            except OSError as error:
                ours.close()
                raise WorkerError(
                    f"The grading worker could not be started: {error}.", "Run `tutor doctor`."
                ) from error
        return _Worker(process, Conversation(ours))


@dataclass(frozen=True)
class _Worker:
    """A worker process, and the conversation with it."""

    process: subprocess.Popen[bytes]
    conversation: Conversation

    def end(self) -> None:
        """End the process; whoever still waits for an answer gets an EOFError."""
        self.conversation.hang_up()
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.conversation.end()


def _be_nice() -> None:
    os.nice(10)


def child_environment(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """A process of ours finds this very package, whatever folder it is started in."""
    environment = os.environ if given is None else given
    package = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, [package, environment.get("PYTHONPATH")]))
    return {**environment, "PYTHONPATH": path}
