"""Supervises one confined run from outside: collects what it sends, and stops it at every limit."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from tutor.errors import WorkerError
from tutor.report import Frame as CodeFrame
from tutor.report import Outcome, Problem
from tutor.report_json import to_dict
from tutor.sandbox.limits import Limits
from tutor.sandbox.lockdown import Profile
from tutor.wire import Frame, FrameReader, FrameTooLarge, WireError, pack
from tutor.worker.engine_process import Zygote

MEMORY_EVERY_SECONDS = 0.05
_SETUP_FAILED = 97
_TRACE_LINE = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<function>\S+)')
OnCase = Callable[[int], None]


@dataclass
class RunResult:
    """Everything a run left behind."""

    frames: list[Frame] = field(default_factory=list)
    ending: tuple[Outcome, Problem] | None = None
    """Why it did not finish, as far as the supervisor knows."""
    output: bytes = b""
    output_cut: bool = False

    @property
    def finished(self) -> bool:
        return bool(self.frames) and "finished" in self.frames[-1].body

    def ending_as_dict(self) -> dict[str, Any] | None:
        return {"outcome": self.ending[0].value, "problem": to_dict(self.ending[1])} if self.ending else None


class Run:
    """One run of one hand-in in one fork of the zygote."""

    _numbers = iter(range(1, 1 << 62))

    def __init__(self, zygote: Zygote, limits: Limits, file: str, source: str, on_case: OnCase) -> None:
        self.zygote, self.limits, self.file, self.on_case = zygote, limits, file, on_case
        self.source_lines = source.splitlines()
        self.id = next(Run._numbers)
        self.result = RunResult()
        self.status: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._reader = FrameReader(max_json=8 << 20, max_raw=limits.result_bytes)
        self._received = self._printed = 0
        self._trace = bytearray()
        self._pipes: dict[int, Callable[[bytes], None]] = {}
        self._drained = asyncio.Event()
        self._pid: int | None = None
        self._confined = False
        """Whether the sandbox was up; from then on every ending is the hand-in's own."""

    async def supervise(
        self, profile: Profile, layers: frozenset[str], request: dict[str, Any], raw: bytes
    ) -> RunResult:
        """Start the run, watch it to its end, and return what it left."""
        scratch = tempfile.mkdtemp(prefix="tutor-run-") if profile.has_scratch else ""
        self.zygote.listeners[self.id] = self._on_message
        try:
            self._start(profile, layers, scratch, pack(request, raw))
            await self._watch()
        finally:
            self.kill()
            self.zygote.listeners.pop(self.id, None)
            self._close_pipes()
            if scratch:
                shutil.rmtree(scratch, ignore_errors=True)
        return self.result

    def kill(self) -> None:
        """Stop the run and everything it started; harmless when it is over."""
        if not self.status.done() and not self.zygote.gone:
            with contextlib.suppress(Exception):
                self.zygote.send({"op": "kill", "id": self.id})

    def _start(self, profile: Profile, layers: frozenset[str], scratch: str, content: bytes) -> None:
        request = os.memfd_create("request", os.MFD_CLOEXEC)
        with os.fdopen(os.dup(request), "wb") as file:
            file.write(content)
        ends = [self._pipe(handler) for handler in (self._on_result, self._on_output, self._trace.extend)]
        header = {"op": "run", "id": self.id, "profile": asdict(profile), "limits": asdict(self.limits)}
        try:
            self.zygote.send({**header, "layers": sorted(layers), "scratch": scratch}, [request, *ends])
        finally:
            for fd in (request, *ends):
                os.close(fd)

    def _pipe(self, handler: Callable[[bytes], None]) -> int:
        reading, writing = os.pipe2(os.O_CLOEXEC)
        os.set_blocking(reading, False)
        self._pipes[reading] = handler
        asyncio.get_running_loop().add_reader(reading, self._read, reading)
        return writing

    def _read(self, fd: int) -> None:
        try:
            data = os.read(fd, 1 << 18)
        except BlockingIOError:
            return
        if data:
            self._pipes[fd](data)
        else:
            self._close_pipe(fd)

    def _close_pipe(self, fd: int) -> None:
        asyncio.get_running_loop().remove_reader(fd)
        del self._pipes[fd]
        os.close(fd)
        if not self._pipes:
            self._drained.set()

    def _close_pipes(self) -> None:
        for fd in list(self._pipes):
            self._close_pipe(fd)

    def _on_result(self, data: bytes) -> None:
        self._received += len(data)
        if self.result.finished or self._is_over(Outcome.REFUSED):
            return
        try:
            if self._received > self.limits.result_bytes:
                raise FrameTooLarge
            for frame in self._reader.feed(data):
                self._on_frame(frame)
        except FrameTooLarge:
            size = self.limits.result_bytes >> 20
            text = f"The code returned more data than a check may return, which is {size} MB."
            self._end(Outcome.REFUSED, Problem("result", text))
        except WireError as error:
            self._end(Outcome.REFUSED, Problem("protocol", f"The run sent something that is not a result: {error}."))

    def _on_frame(self, frame: Frame) -> None:
        if "confined" in frame.body and not self._confined:
            self._confined = True
            return
        self.result.frames.append(frame)
        if isinstance(number := frame.body.get("starting"), int):
            self.on_case(number)
        if "finished" in frame.body:
            self.kill()

    def _on_output(self, data: bytes) -> None:
        self._printed += len(data)
        room = self.limits.output_bytes - len(self.result.output)
        self.result.output += data[:room]
        self.result.output_cut = self._printed > self.limits.output_bytes
        if self._printed > self.limits.flood_bytes and not self.result.finished:
            size = self.limits.flood_bytes >> 20
            self._end(Outcome.ERROR, Problem("output", f"Stopped after it printed more than {size} MB."))

    def _on_message(self, body: dict[str, Any], fds: list[int]) -> None:
        for fd in fds:
            self._pid = self._pid or _pid_of(fd)
            os.close(fd)
        if "status" in body and not self.status.done():
            self.status.set_result(body["status"])
        if "gone" in body and not self.status.done():
            self.status.set_result(signal.SIGKILL)

    async def _watch(self) -> None:
        """Wait for the end, looking at the clock and the memory meanwhile."""
        deadline = time.monotonic() + self.limits.wall_seconds
        while not self.status.done():
            left = deadline - time.monotonic()
            if left <= 0 and not self.result.finished:
                text = f"Stopped after {self.limits.wall_seconds:.0f} s; the code was still running."
                self._end(Outcome.TIMEOUT, Problem("timeout", text))
            if left < -5:
                break
            self._check_memory()
            await asyncio.wait([self.status], timeout=max(0.005, min(left, MEMORY_EVERY_SECONDS)))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._drained.wait(), 1.0)
        self._explain_ending()

    def _check_memory(self) -> None:
        if self._pid is None or self.result.finished:
            return
        base = self.zygote.ready.result()["rss"]
        if _tree_memory(self._pid, base) > self.limits.memory_bytes:
            size = self.limits.memory_bytes >> 30
            self._end(Outcome.OUT_OF_MEMORY, Problem("memory", f"Stopped: the code asked for more than {size} GB."))

    def _end(self, outcome: Outcome, problem: Problem) -> None:
        if self.result.ending is None:
            self.result.ending = (outcome, problem)
            self.kill()

    def _is_over(self, outcome: Outcome) -> bool:
        return self.result.ending is not None and self.result.ending[0] is outcome

    def _explain_ending(self) -> None:
        """Put a cause and the learner's line to a run that did not finish."""
        if self.result.finished:
            return
        if self.zygote.gone and self.result.ending is None:
            raise WorkerError("The process that runs code ended during a check.", "Run the check again.")
        status = self.status.result() if self.status.done() else signal.SIGKILL
        if self.result.ending is None:
            trace = self._trace.decode("utf-8", "replace")
            self.result.ending = _ending_of(status, trace, self.limits, self._confined)
        outcome, problem = self.result.ending
        if not problem.frames:
            frames = _frames_in(self._trace.decode("utf-8", "replace"), self.file, self.source_lines)
            self.result.ending = (outcome, Problem(problem.kind, problem.message, frames, _advice(problem.kind)))


def _ending_of(status: int, trace: str, limits: Limits, confined: bool) -> tuple[Outcome, Problem]:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            text = f"Stopped after {limits.cpu_seconds} s of computing; the code was still running."
            return Outcome.TIMEOUT, Problem("timeout", text)
        name = signal.Signals(number).name
        what = "a segmentation fault" if number == signal.SIGSEGV else name
        return Outcome.CRASHED, Problem("signal", f"The Python process was ended by {what}.")
    if os.WEXITSTATUS(status) == _SETUP_FAILED and not confined:
        return Outcome.GRADER_ERROR, Problem("sandbox", f"The sandbox could not be set up: {trace.strip()[-300:]}")
    text = f"The code ended the Python process itself, with status {os.WEXITSTATUS(status)}."
    return Outcome.CRASHED, Problem("exit", text)


def _advice(kind: str) -> str:
    return {
        "timeout": "Look for a loop that never ends, or a wait for something that never comes.",
        "memory": "Look for a tensor that grows in a loop, or a size with a digit too many.",
        "result": "Look for a tensor that is far larger than the inputs.",
        "output": "Look for a print inside a loop.",
        "exit": "Look for os._exit or a similar call; the checks can only call the code if it stays.",
    }.get(kind, "")


def _frames_in(trace: str, file: str, lines: list[str]) -> tuple[CodeFrame, ...]:
    """The learner's lines in the interpreter's own dump, outermost first."""
    found = [m for m in _TRACE_LINE.finditer(trace) if m["file"] == file]
    return tuple(_code_frame(int(m["line"]), m["function"], lines) for m in reversed(found[:12]))


def _code_frame(line: int, function: str, lines: list[str]) -> CodeFrame:
    source = lines[line - 1].strip()[:400] if 0 < line <= len(lines) else ""
    return CodeFrame(line=line, function=function, source=source)


def _pid_of(pidfd: int) -> int | None:
    """The process's number as this process sees it."""
    with open(f"/proc/self/fdinfo/{pidfd}") as info:
        return next((int(line.split()[1]) for line in info if line.startswith("Pid:")), None)


def _tree_memory(pid: int, base: int) -> int:
    """Anonymous and shared memory of a process and its descendants beyond what each began with, in bytes."""
    total = 0
    try:
        with open(f"/proc/{pid}/status") as status:
            own = sum(int(line.split()[1]) * 1024 for line in status if line.startswith(("RssAnon", "RssShmem")))
        total = max(0, own - base)
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as children:
                total += sum(_tree_memory(int(child), base) for child in children.read().split())
    except (OSError, ValueError):
        return total
    return total
