"""Runs blocks of a lesson as a hand-in runs, and tells what came of it; every ending is a result with words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from tutor.raised import DecodeError, Raised, read_exactly, read_raised
from tutor.report import Problem
from tutor.sandbox.limits import Limits
from tutor.sandbox.lockdown import LayerMissing, Profile, check_layers
from tutor.snippet import SnippetRequest, SnippetResult
from tutor.wire import Frame
from tutor.worker.check import MAX_SOURCE, Checker, keep_traceback
from tutor.worker.engine_process import JudgeFault, uses_late_imports
from tutor.worker.run import Run, RunResult


async def run_snippet(checker: Checker, request: SnippetRequest) -> SnippetResult:
    """Run the blocks in one fresh fork of the zygote; raises WorkerError only when the engine is gone."""
    started = time.perf_counter()
    if problem := _refuse(checker, request):
        return SnippetResult(problem=problem)
    try:
        run = await _run(checker, request)
    except JudgeFault as fault:
        where = keep_traceback(request.lesson, fault.traceback)
        return SnippetResult(problem=Problem("grader", f"The grader of {request.lesson} failed: {fault}", advice=where))
    except LayerMissing as missing:
        text = f"This lesson starts processes, and {missing.strerror}."
        return SnippetResult(problem=Problem("sandbox", text, advice="`tutor doctor` says how to allow it."))
    problem, block = _what_ended_it(run, len(request.blocks))
    output = run.output.decode("utf-8", "replace")
    return SnippetResult(output, run.output_cut, problem, block, round(time.perf_counter() - started, 4))


def _refuse(checker: Checker, request: SnippetRequest) -> Problem | None:
    if not request.blocks:
        return Problem("size", "There is no block to run.")
    if (size := sum(len(block.encode()) for block in request.blocks)) > MAX_SOURCE:
        return Problem("size", f"The blocks have {size:,} bytes; they may have {MAX_SOURCE:,}.")
    return checker.why_too_weak()


async def _run(checker: Checker, request: SnippetRequest) -> RunResult:
    needs = (await checker.engine.judge.ask({"op": "surroundings", "lesson": request.lesson})).body
    profile = Profile(needs["profile"], needs["scratch"], False)
    check_layers(profile, checker.available)
    # torch.optim loads torch._dynamo on first use: seconds in a fork of a process that has not.
    late_imports = needs["late_imports"] or any(map(uses_late_imports, request.blocks))
    zygote = await checker.engine.ready(late_imports)
    seconds = float(needs["wall_seconds"])
    limits = Limits(wall_seconds=seconds, cpu_seconds=max(1, round(seconds)))
    body: dict[str, Any] = {"blocks": list(request.blocks), "shows_value": request.shows_value}
    file = f"<block {len(request.blocks)}>"
    async with checker.room:
        run = Run(zygote, limits, file, request.blocks[-1], lambda number: None)
        return await run.supervise(profile, checker.available, body, b"")


def _what_ended_it(run: RunResult, blocks: int) -> tuple[Problem | None, int | None]:
    """Why the blocks did not run to their end, and the place of the one that raised."""
    try:
        raised = read_blocks(run.frames, blocks)
    except DecodeError as error:
        return Problem("protocol", f"The run sent something that is not a result: {error}."), None
    if run.ending is not None:
        return run.ending[1], None
    return (raised[1].problem, raised[0]) if raised else (None, None)


def read_blocks(frames: Sequence[Frame], blocks: int) -> tuple[int, Raised] | None:
    """The block that raised and what; raises DecodeError when the frames are not what a run of blocks emits."""
    raised: tuple[int, Raised] | None = None
    for place, frame in enumerate(frames):
        body = frame.body
        if frame.raw or place > 1:
            raise DecodeError("a frame out of its place")
        if body.keys() == {"finished"} and place == len(frames) - 1:
            read_exactly(body["finished"], True)
        elif body.keys() == {"block", "raised"} and place == 0:
            raised = _block_number(body["block"], blocks), read_raised(body["raised"])
        else:
            raise DecodeError("a frame out of its place")
    return raised


def _block_number(value: Any, blocks: int) -> int:
    if type(value) is not int or not 0 <= value < blocks:
        raise DecodeError("the block that raised is none of those that ran")
    return value
