"""Does trusted work in forks of the judge, some at a time, and collects the frames each of them emits."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from tutor.sandbox.limits import Limits
from tutor.sandbox.run import Emit
from tutor.wire import MAX_JSON, Frame, FrameReader, FrameTooLarge, pack

AT_ONCE = 4
"""Answers that start processes mostly wait for one another."""
LIMIT_SECONDS = 60.0
MAX_RAW = Limits.result_bytes
"""What no hand-in may return either."""
Work = Callable[[Emit], None]


class EvaluationError(Exception):
    """One of the course's own files could not be run to its end: a fault of ours."""


class _Fork:
    """One child, and what it emitted so far."""

    def __init__(self, work: Work) -> None:
        self.frames: list[Frame] = []
        self.deadline = time.monotonic() + LIMIT_SECONDS
        self._reader = FrameReader()
        self.pipe, writing = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self.pipe)
            _work_and_leave(work, writing)
        os.close(writing)

    def read(self) -> bool:
        """Take what there is; whether that was all."""
        data = os.read(self.pipe, 1 << 20)
        self.frames += self._reader.feed(data)
        if self.frames and "end" in self.frames[-1].body:
            self.frames.pop()
            return True
        return not data

    def end(self) -> None:
        """Stop it and everything it started."""
        os.close(self.pipe)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def in_forks(works: Sequence[Work]) -> list[list[Frame]]:
    """What each work emitted, in their order; raises EvaluationError when one does not come to its end."""
    forks: list[_Fork] = []
    waiting, running = deque(works), set[_Fork]()
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or running:
                while waiting and len(running) < AT_ONCE:
                    forks.append(fork := _Fork(waiting.popleft()))
                    running.add(fork)
                    selector.register(fork.pipe, selectors.EVENT_READ, fork)
                for key, _ in _ready(selector, running):
                    if key.data.read():
                        selector.unregister(key.data.pipe)
                        running.remove(key.data)
                        key.data.end()
        finally:
            for fork in running:
                fork.end()
    return [fork.frames for fork in forks]


def _ready(selector: selectors.BaseSelector, running: set[_Fork]) -> list[tuple[selectors.SelectorKey, int]]:
    first = min(fork.deadline for fork in running)
    ready = selector.select(max(0.0, first - time.monotonic()))
    if not ready:
        raise EvaluationError(f"an answer of the course ran for more than {LIMIT_SECONDS:.0f} s")
    return ready


def _work_and_leave(work: Work, writing: int) -> NoReturn:
    code = 1
    try:
        os.setsid()
        quiet = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(quiet, fd)
        with os.fdopen(writing, "wb") as pipe:
            work(lambda body, raw: _write(pipe, body, raw))
            _write(pipe, {"end": True}, b"")
        code = 0
    finally:
        os._exit(code)


def _write(pipe: Any, body: dict[str, Any], raw: bytes) -> None:
    data = pack(body, raw)
    if len(raw) > MAX_RAW or len(data) - len(raw) > MAX_JSON:
        raise FrameTooLarge(f"an answer of the course returned {len(data)} bytes at once")
    pipe.write(data)
    pipe.flush()
