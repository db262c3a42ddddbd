"""Makes one call to the kernel fail while a child is being confined, and tells what came of it.

Calls are found by the interpreter's own profiler, so that a step that is added to the confinement later is tried too.
"""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import landlockpy._syscall as landlock_calls
from trial import SETUP_FAILED, Trial, become_ordinary

from tutor.sandbox import kernel, lockdown

ASKING_THE_KERNEL = {"posix", "resource", "fcntl", "select", "_socket", "_signal", "io", "_io"}
CANNOT_FAIL = {"posix._exit", "posix.getpid", "posix.fspath", "posix._path_normpath", "io.text_encoding"}
"""They only look as if they asked the kernel."""
TELLING_THAT_IT_IS_READY = "posix.write in _tell"
"""After it, the code may begin at any moment."""
PROCESSES = ("outside", "first", "learner")
"""Of a run in the multi profile; solo has the one outside alone."""
_REGION = 1 << 18
_HEADER = struct.Struct("II")


@dataclass(frozen=True)
class Step:
    """One call to the kernel: the process that makes it, how many it made before, and where it stands."""

    process: str
    number: int
    name: str
    before_the_code: bool
    """Whether the code cannot have begun; later steps only tell how it ended."""


@dataclass(frozen=True)
class Outcome:
    """What came of a run in which one step failed."""

    step: Step | None
    ran: bool
    status: int
    steps: tuple[Step, ...] = field(repr=False, default=())

    @property
    def failed_closed(self) -> bool:
        stopped = os.WIFSIGNALED(self.status) or os.WEXITSTATUS(self.status) == SETUP_FAILED
        return stopped and not (self.ran and self.step and self.step.before_the_code)


class Recorder:
    """What all the processes of a run note in memory they share: their steps, and whether the code ran."""

    def __init__(self) -> None:
        self.memory = mmap.mmap(-1, _REGION * (len(PROCESSES) + 1))

    def reset(self) -> None:
        for region in range(len(PROCESSES) + 1):
            self.memory[region * _REGION : region * _REGION + _HEADER.size] = bytes(_HEADER.size)

    @property
    def ran(self) -> bool:
        return self.memory[_REGION * len(PROCESSES)] == 1

    def note_that_it_ran(self) -> None:
        self.memory[_REGION * len(PROCESSES)] = 1

    def note(self, process: int, name: str) -> int:
        count, ready = _HEADER.unpack_from(self.memory, process * _REGION)
        _HEADER.pack_into(self.memory, process * _REGION, count + 1, ready)
        place = process * _REGION + 80 * (count + 1)
        self.memory[place : place + 80] = name.encode()[:80].ljust(80, b"\0")
        return int(count)

    def note_ready(self, process: int) -> None:
        count, _ = _HEADER.unpack_from(self.memory, process * _REGION)
        _HEADER.pack_into(self.memory, process * _REGION, count, count)

    def steps(self) -> tuple[Step, ...]:
        found = []
        for process, name in enumerate(PROCESSES):
            count, ready = _HEADER.unpack_from(self.memory, process * _REGION)
            for number in range(count):
                place = process * _REGION + 80 * (number + 1)
                text = self.memory[place : place + 80].rstrip(b"\0").decode()
                found.append(Step(name, number, text, not ready or number < ready))
        return tuple(found)


class Injector:
    """Counts steps in the process it was installed in and in its forks, and makes the chosen one fail."""

    def __init__(self, recorder: Recorder, fail: Step | None) -> None:
        self.recorder, self.fail = recorder, fail

    def install(self) -> None:
        """Watch C functions by the profiler, and by hand those that ctypes calls."""
        self._wrap(kernel, "_call", lambda *arguments, about="": f"{arguments[0]} {about}")
        self._wrap(landlock_calls, "_call", lambda number, *_: f"landlock {number}")
        self._wrap(landlock_calls, "set_no_new_privs", lambda: "landlock no_new_privs")
        self._wrap(socket.socket, "__init__", lambda *_, **__: "socket")
        sys.setprofile(self._on_event)

    def step(self, name: str) -> None:
        process = self._process()
        number = self.recorder.note(process, name)
        if self.fail and (PROCESSES[process], number) == (self.fail.process, self.fail.number):
            raise OSError(errno.ENOMEM, f"injected at {name}")
        if name == TELLING_THAT_IT_IS_READY:
            self.recorder.note_ready(process)

    def _process(self) -> int:
        return {1: 1, 2: 2}.get(os.getpid(), 0)

    def _on_event(self, frame: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and (name := _name(function)):
            self.step(f"{name} in {_place(frame)}")

    def _wrap(self, owner: Any, name: str, label: Callable[..., str]) -> None:
        original = getattr(owner, name)

        def wrapped(*arguments: Any, **named: Any) -> Any:
            self.step(label(*arguments, **named))
            return original(*arguments, **named)

        setattr(owner, name, wrapped)


def _name(function: Any) -> str:
    """The C function's name when it asks something of the kernel, else nothing."""
    owner = getattr(function, "__self__", None)
    module = function.__module__ or type(owner).__module__
    name = f"{module}.{function.__name__}"
    return name if module in ASKING_THE_KERNEL and name not in CANNOT_FAIL else ""


def _place(frame: FrameType | None) -> str:
    while frame and not frame.f_globals["__name__"].startswith("tutor.sandbox"):
        frame = frame.f_back
    return frame.f_code.co_name if frame else "nowhere"


def run_all(trial: Trial, all_of_them: bool | None) -> tuple[Outcome, list[Outcome]]:
    """A run in which nothing fails, and one for each of its steps, or for the first and the last of every kind.

    They happen in a fresh interpreter, whose forks are quick, and which adopts whatever a run would leave behind.
    """
    done = subprocess.run(
        [sys.executable, "-c", "import injection; injection.tell_all()"],
        input=pickle.dumps((trial, all_of_them)),
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    untouched, *failed = pickle.loads(done.stdout)
    return untouched, failed


def tell_all() -> None:
    """Read a trial from stdin, run it again and again, and write what came of it to stdout."""
    trial, all_of_them = pickle.load(sys.stdin.buffer)
    answer = os.fdopen(os.dup(1), "wb")
    os.set_inheritable(answer.fileno(), False)
    os.dup2(2, 1)  # what runs here prints nothing into the answer
    lockdown.prepare()
    kernel.adopt_orphans()
    recorder = Recorder()
    untouched = run_once(trial, recorder, None)
    steps = untouched.steps if all_of_them else _of_every_kind(untouched.steps) if all_of_them is False else ()
    outcomes = [run_once(trial, recorder, step) for step in steps]
    pickle.dump([untouched, *outcomes], answer)
    answer.close()


def _of_every_kind(steps: tuple[Step, ...]) -> list[Step]:
    kinds: dict[tuple[str, str], list[Step]] = {}
    for step in steps:
        kinds.setdefault((step.process, step.name), []).append(step)
    return [step for kind in kinds.values() for step in dict.fromkeys((kind[0], kind[-1]))]


def run_once(trial: Trial, recorder: Recorder, fail: Step | None) -> Outcome:
    """Confine a child, and wait until nothing is left of it; an alarm ends what would otherwise hang."""
    recorder.reset()
    scratch = trial._make_scratch() if trial.profile.has_scratch else ""
    child = os.fork()
    if not child:
        _confine_and_run(trial, Injector(recorder, fail), scratch)
    signal.alarm(20)
    statuses = {}
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.wait()
            statuses[pid] = status
    signal.alarm(0)
    if scratch:
        os.rmdir(scratch)  # which fails unless it is empty
    return Outcome(fail, recorder.ran, statuses[child], () if fail else recorder.steps())


def _confine_and_run(trial: Trial, injector: Injector, scratch: str) -> NoReturn:
    code = SETUP_FAILED
    try:
        if trial.as_ordinary_user:
            become_ordinary()
        injector.install()
        lockdown.confine(trial.profile, trial.limits, [1, 2], trial.available, scratch)
        sys.setprofile(None)
        injector.recorder.note_that_it_ran()
        code = 0
    finally:
        os._exit(code)
