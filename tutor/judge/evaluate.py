"""Runs the course's own answers: in a fork of the judge, through the very code that runs a learner's."""

from __future__ import annotations

import ast
import contextlib
import os
import selectors
import signal
import time
from collections.abc import Callable, Sequence
from typing import Any

from tutor.course import Lesson
from tutor.judge.loader import Answer
from tutor.judge.plan import Plan
from tutor.judge.record import RunRecord, read_run
from tutor.observation import decode, encode
from tutor.sandbox.run import Emit, run_cases
from tutor.wire import Frame, FrameReader, pack

LIMIT_SECONDS = 60.0


class EvaluationError(Exception):
    """One of the course's own files could not be run to its end: a fault of ours."""


def evaluate(lesson: Lesson, answers: Sequence[Answer], plan: Plan) -> dict[str, RunRecord]:
    """What trusted hand-ins do on every case of a plan, by name; all of them one after the other in one fork."""

    def work(emit: Emit) -> None:
        for answer in answers:
            emit({"answer": answer.name}, b"")
            request = {**plan.request, "module": lesson.id, "file": f"{lesson.id}.py", "source": answer.source}
            run_cases(request, plan.raw, emit)

    frames_of: dict[str, list[Frame]] = {}
    for frame in _in_fork(work):
        if "answer" in frame.body:
            frames_of[frame.body["answer"]] = frames = []
        else:
            frames.append(frame)
    return {name: read_run(frames, len(plan.cases)) for name, frames in frames_of.items()}


def evaluate_snippets(snippets: dict[str, str]) -> dict[str, Any]:
    """The decoded value of each snippet's last expression, or the ImportError text of one that cannot run here."""

    def work(emit: Emit) -> None:
        for name, snippet in snippets.items():
            node, raw = encode(_value_of(snippet))
            emit({"name": name, "value": node}, raw)

    return {frame.body["name"]: decode(frame.body["value"], frame.raw) for frame in _in_fork(work)}


def _value_of(snippet: str) -> Any:
    import numpy as np
    import torch
    from torch import nn
    from torch.nn import functional

    torch.manual_seed(0)
    names: dict[str, Any] = {"torch": torch, "nn": nn, "F": functional, "np": np, "__name__": "snippet"}
    tree = ast.parse(snippet)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), "a prediction's snippet ends in an expression"
    exec(compile(tree, "<snippet>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<snippet>", "eval"), names)


def _in_fork(work: Callable[[Emit], None]) -> list[Frame]:
    """Do the work in a child of this process and return every frame it emitted."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_leave(work, writing)
    os.close(writing)
    try:
        return _read_frames(reading)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _work_and_leave(work: Callable[[Emit], None], writing: int) -> None:
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
    pipe.write(pack(body, raw))
    pipe.flush()


def _read_frames(reading: int) -> list[Frame]:
    reader = FrameReader()
    frames: list[Frame] = []
    deadline = time.monotonic() + LIMIT_SECONDS
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise EvaluationError(f"an answer of the course ran for more than {LIMIT_SECONDS:.0f} s")
            data = os.read(reading, 1 << 20)
            if not data:
                return frames
            frames += reader.feed(data)
            if frames and "end" in frames[-1].body:
                return frames[:-1]
