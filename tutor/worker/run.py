"""Supervises one confined run from outside: collects what it sends, and stops it at every limit."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from tutor.errors import WorkerError
from tutor.report import Frame as CodeFrame
from tutor.report import Outcome, Problem
from tutor.report_json import to_dict
from tutor.sandbox.cgroups import Group, parent_of_runs
from tutor.sandbox.limits import Limits
from tutor.sandbox.lockdown import Profile
from tutor.sandbox.processes import pid_of, tree_memory, tree_threads
from tutor.sandbox.scratch import ScratchFolder, ScratchWatch
from tutor.wire import Frame, FrameReader, FrameTooLarge, WireError, pack
from tutor.worker.engine_process import Zygote

MEMORY_EVERY_SECONDS = 0.05
MAX_RUN_JSON = 1 << 20
"""In one frame of a run; JSON can grow thirtyfold when it is read. No lesson's own answers send more than 3 kB."""
MAX_RUN_JSON_IN_ALL = 4 << 20
FRAMES_PER_CASE = 2
FRAMES_AROUND = 3
"""Confined, loaded, finished; of the blocks of a lesson, confined, raised, finished."""
WAITING_PROCESSES = 2
"""Of ours, around a run with processes."""
MAX_TRACE = 64 << 10
"""What the interpreter says of where it was fits many times; a hand-in can write there too."""
GONE_WITHIN_SECONDS = 5.0
"""A killed run, and its group."""
_TRACE_LINE = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d{1,9}) in (?P<function>\S{1,200})')
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
        self._reader = FrameReader(MAX_RUN_JSON, limits.result_bytes, max_json_in_all=MAX_RUN_JSON_IN_ALL)
        self._received = self._printed = self._flooded = 0
        self._trace = bytearray()
        self._pipes: dict[int, Callable[[bytes], None]] = {}
        self._drained = asyncio.Event()
        self._pid: int | None = None
        self._confined = False
        """Whether the sandbox was up; from then on every ending is the hand-in's own, and before it none is."""
        self._folder: ScratchFolder | None = None
        self._scratch: ScratchWatch | None = None
        self._group: Group | None = None
        self._started = False

    async def supervise(
        self, profile: Profile, layers: frozenset[str], request: dict[str, Any], raw: bytes
    ) -> RunResult:
        """Start the run, watch it to its end, and return what it left."""
        self._reader.frames_left = FRAMES_AROUND + FRAMES_PER_CASE * len(request.get("cases", ()))
        self.zygote.listeners[self.id] = self._on_message
        try:
            try:
                self._set_up(profile, layers)
                self._start(profile, layers, self._folder.path if self._folder else "", pack(request, raw))
            except OSError as error:
                self.result.ending = _not_set_up(str(error))
            else:
                await self._watch()
        finally:
            self.kill()
            await asyncio.shield(self._clean_up())
        return self.result

    def _set_up(self, profile: Profile, layers: frozenset[str]) -> None:
        """What of the sandbox is not the run's own to make: its folder and its control group."""
        if profile.has_scratch:
            self._folder = ScratchFolder("run", self.zygote.scratch_parent)
            if "mountns" not in layers:
                self._scratch = ScratchWatch(self._folder.path, self.limits.scratch_bytes, self.limits.scratch_files)
        if "cgroup" in layers:
            self._group = Group.make(parent_of_runs(), f"tutor-{os.getpid()}-{self.id}", self.limits)

    async def _clean_up(self) -> None:
        """Leave nothing of the run: no process, no descriptor, no group and no file."""
        if self._started:
            await asyncio.wait([self.status], timeout=GONE_WITHIN_SECONDS)
        self.zygote.listeners.pop(self.id, None)
        self._close_pipes()
        if self._group:
            self._group.kill()
            deadline = time.monotonic() + GONE_WITHIN_SECONDS
            while not self._group.remove() and time.monotonic() < deadline:
                await asyncio.sleep(0.002)
        if self._folder:
            await asyncio.to_thread(self._folder.close)

    def kill(self) -> None:
        """Stop the run and everything it started; harmless when it is over."""
        if not self.status.done() and not self.zygote.gone:
            with contextlib.suppress(Exception):
                self.zygote.send({"op": "kill", "id": self.id})

    def _start(self, profile: Profile, layers: frozenset[str], scratch: str, content: bytes) -> None:
        request = os.memfd_create("request", os.MFD_CLOEXEC)
        with os.fdopen(os.dup(request), "wb") as file:
            file.write(content)
        ends = [self._pipe(handler) for handler in (self._on_result, self._on_output, self._on_trace)]
        header = {"op": "run", "id": self.id, "profile": asdict(profile), "limits": asdict(self.limits)}
        joining = [self._group.open_for_joining()] if self._group else []
        try:
            self.zygote.send({**header, "layers": sorted(layers), "scratch": scratch}, [request, *ends, *joining])
            self._started = True
        finally:
            for fd in (request, *ends, *joining):
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
                if self.result.finished:  # nothing after the end counts
                    return
        except FrameTooLarge:
            tensors, rest = self.limits.result_bytes >> 20, MAX_RUN_JSON >> 20
            text = f"The code returned more than a check may return: {tensors} MB, or {rest} MB outside of tensors."
            self._end(Outcome.REFUSED, Problem("result", text))
        except WireError as error:
            self._end(Outcome.REFUSED, Problem("protocol", f"The run sent something that is not a result: {error}."))

    def _on_frame(self, frame: Frame) -> None:
        if "confined" in frame.body and not self._confined:
            self._confined = True
            return
        self.result.frames.append(frame)
        if type(number := frame.body.get("starting")) is int:
            self.on_case(number)
        if "finished" in frame.body:
            self.kill()

    def _on_output(self, data: bytes) -> None:
        self._printed += len(data)
        room = self.limits.output_bytes - len(self.result.output)
        self.result.output += data[:room]
        self.result.output_cut = self._printed > self.limits.output_bytes
        self._count_flood(len(data))

    def _count_flood(self, written: int) -> None:
        self._flooded += written
        if self._flooded > self.limits.flood_bytes and not self.result.finished:
            size = self.limits.flood_bytes >> 20
            self._end(Outcome.ERROR, Problem("output", f"Stopped after it printed more than {size} MB."))

    def _on_trace(self, data: bytes) -> None:
        self._trace += data[: MAX_TRACE - len(self._trace)]
        self._count_flood(len(data))

    def _on_message(self, body: dict[str, Any], fds: list[int]) -> None:
        for fd in fds:
            self._pid = pid_of(fd)
            os.close(fd)
            if self._pid is None:
                self._end(*_not_set_up("this process cannot see the run, and so not watch it"))
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
                self._end(*self._too_late())
            if left < -5:
                break
            self._look()
            await asyncio.wait([self.status], timeout=max(0.005, min(left, MEMORY_EVERY_SECONDS)))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._drained.wait(), 1.0)
        self._explain_ending()

    def _too_late(self) -> tuple[Outcome, Problem]:
        seconds = f"{self.limits.wall_seconds:.0f} s"
        if not self._confined:
            return _not_set_up(f"it was not ready after {seconds}")
        return Outcome.TIMEOUT, Problem("timeout", f"Stopped after {seconds}; the code was still running.")

    def _look(self) -> None:
        """Stop the run when it has more memory, threads or files than it may."""
        if self._pid is None or self.result.finished:
            return
        if tree_memory(self._pid, self.zygote.ready.result()["rss"]) > self.limits.memory_bytes:
            self._end(*_out_of_memory(self.limits))
        if tree_threads(self._pid) > self.limits.processes + WAITING_PROCESSES:
            text = f"Stopped: the code started more than {self.limits.processes} processes and threads."
            self._end(Outcome.ERROR, Problem("processes", text))
        if self._scratch and (excess := self._scratch.excess(self._pid)):
            self._end(Outcome.ERROR, Problem("files", f"Stopped: the code {excess}."))

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
        if self.result.ending is None and self._group and self._group.ran_out_of_memory:
            self.result.ending = _out_of_memory(self.limits)
        if self.result.ending is None:
            trace = self._trace.decode("utf-8", "replace")
            self.result.ending = _ending_of(status, trace, self.limits, self._confined)
        outcome, problem = self.result.ending
        if not problem.frames:
            frames = _frames_in(self._trace.decode("utf-8", "replace"), self.file, self.source_lines)
            self.result.ending = (outcome, Problem(problem.kind, problem.message, frames, _advice(problem.kind)))


def _not_set_up(why: str) -> tuple[Outcome, Problem]:
    return Outcome.GRADER_ERROR, Problem("sandbox", f"The sandbox could not be set up: {why.strip()[-300:]}")


def _out_of_memory(limits: Limits) -> tuple[Outcome, Problem]:
    text = f"Stopped: the code asked for more than {limits.memory_bytes >> 30} GB."
    return Outcome.OUT_OF_MEMORY, Problem("memory", text)


def _ending_of(status: int, trace: str, limits: Limits, confined: bool) -> tuple[Outcome, Problem]:
    if not confined:
        return _not_set_up(trace or "the process ended without a word")
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            text = f"Stopped after {limits.cpu_seconds} s of computing; the code was still running."
            return Outcome.TIMEOUT, Problem("timeout", text)
        what = "a segmentation fault" if number == signal.SIGSEGV else _name_of(number)
        return Outcome.CRASHED, Problem("signal", f"The Python process was ended by {what}.")
    text = f"The code ended the Python process itself, with status {os.WEXITSTATUS(status)}."
    return Outcome.CRASHED, Problem("exit", text)


def _name_of(number: int) -> str:
    """A signal's name; those between SIGRTMIN and SIGRTMAX have none."""
    return signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"


def _advice(kind: str) -> str:
    return {
        "timeout": "Look for a loop that never ends, or a wait for something that never comes.",
        "memory": "Look for a tensor that grows in a loop, or a size with a digit too many.",
        "result": "Look for a tensor that is far larger than the inputs.",
        "files": "Look for a file that is written in a loop, or made anew each time.",
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
