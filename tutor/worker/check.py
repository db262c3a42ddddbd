"""One check from request to Report: plan, run, decide, on each device asked for."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import tutor
from tutor.client import CheckRequest
from tutor.conversation import CheckProgress
from tutor.report import CheckResult, Outcome, Problem, Report, SandboxGrade, overall_outcome
from tutor.report_json import from_dict
from tutor.sandbox.layers import Layer, grade, names_of_missing, names_of_working
from tutor.sandbox.limits import Limits
from tutor.sandbox.lockdown import LayerMissing, Profile, check_layers
from tutor.worker.engine_process import Engine, JudgeFault, uses_late_imports
from tutor.worker.run import Run, RunResult

DEFAULT_SEED = 0
CUDA_MEMORY = 8 << 30
"""A CUDA context alone takes gigabytes of the host's memory."""
MAX_SOURCE = 1 << 20
RUNS_AT_ONCE = 8
OnProgress = Callable[[CheckProgress], None]


@dataclass
class _Judged:
    """What one device's run came to."""

    checks: tuple[CheckResult, ...] = ()
    outcome: Outcome | None = None
    problem: Problem | None = None
    run: RunResult | None = None

    @property
    def verdict(self) -> Outcome:
        return self.outcome or overall_outcome(self.checks)


class Checker:
    """Grades hand-ins on one engine, several at a time."""

    def __init__(self, engine: Engine, layers: tuple[Layer, ...], runs_at_once: int = RUNS_AT_ONCE) -> None:
        self.engine = engine
        self.layers = layers
        self.room = asyncio.Semaphore(runs_at_once)
        """Held by each run, of a hand-in or of a lesson's blocks."""
        self.available = names_of_working(layers)
        self.sandbox = SandboxGrade(
            grade(layers),
            tuple(sorted(self.available)),
            tuple(sorted(names_of_missing(layers))),
        )

    async def check(self, request: CheckRequest, on_progress: OnProgress) -> Report:
        """Grade one hand-in; a fault of ours becomes a report that says so."""
        started, began = time.perf_counter(), datetime.now(UTC)
        judged, devices = await self._judge_everywhere(request, on_progress)
        first = next(iter(judged.values()))
        outcomes = [result.verdict for result in judged.values()]
        checks = tuple(check for result in judged.values() for check in result.checks)
        output = b"".join(result.run.output for result in judged.values() if result.run)
        return Report(
            lesson=request.lesson,
            outcome=next((o for o in outcomes if o is not Outcome.PASSED), outcomes[0]),
            checks=checks,
            hand_in=request.hand_in,
            sha256=hashlib.sha256(request.source).hexdigest(),
            seed=_seed(request),
            devices=devices,
            sandbox=self.sandbox,
            output=output.decode("utf-8", "replace"),
            output_cut=any(result.run.output_cut for result in judged.values() if result.run),
            problem=first.problem or next((r.problem for r in judged.values() if r.problem), None),
            seconds=round(time.perf_counter() - started, 4),
            versions={"tutor": tutor.__version__, "python": platform.python_version(), **self._torch_version()},
            started_at=began.isoformat(timespec="seconds").replace("+00:00", "Z"),
        )

    def _torch_version(self) -> dict[str, str]:
        return {"torch": self.engine.torch_version} if self.engine.torch_version else {}

    async def _judge_everywhere(
        self, request: CheckRequest, on_progress: OnProgress
    ) -> tuple[dict[str, _Judged], dict[str, Outcome]]:
        if refusal := self._refuse(request):
            return {"cpu": refusal}, {"cpu": refusal.verdict}
        judged: dict[str, _Judged] = {}
        devices: dict[str, Outcome] = {}
        for device in _devices(request.device):
            if device == "cuda" and not has_gpu():
                devices["cuda"] = Outcome.NOT_RUN
                continue
            found = await self._judge(request, device, on_progress)
            if found is None:
                continue
            judged[device] = found
            devices[device] = found.verdict
            if request.device == "auto" and devices[device] is not Outcome.PASSED:
                break
        if not judged:
            text = "Nothing was run: no NVIDIA GPU was found here, or no check of this lesson depends on one."
            judged["cuda"] = _Judged(outcome=Outcome.NOT_RUN, problem=Problem("device", text))
        return judged, devices

    def _refuse(self, request: CheckRequest) -> _Judged | None:
        """Why a hand-in is not run at all: too large, not text, or too weak a sandbox."""
        if len(request.source) > MAX_SOURCE:
            text = f"The file has {len(request.source):,} bytes; a hand-in may have {MAX_SOURCE:,}."
            return _Judged(outcome=Outcome.REFUSED, problem=Problem("size", text))
        if too_weak := self.why_too_weak(request.require_sandbox):
            return _Judged(outcome=Outcome.GRADER_ERROR, problem=too_weak)
        try:
            request.source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = f"The file is not UTF-8 text: byte {error.start} is 0x{request.source[error.start]:02x}."
            advice = "Save it as UTF-8 in your editor."
            return _Judged(outcome=Outcome.ERROR, problem=Problem("encoding", text, advice=advice))
        return None

    def why_too_weak(self, wanted: str | None = None) -> Problem | None:
        """Why the sandbox here runs nothing, or does not reach the grade that was required."""
        advice = "`tutor doctor` lists what is missing and how to get it."
        if self.sandbox.grade == "E":
            text = "Nothing is run here: the sandbox reaches grade E, which confines nothing."
            return Problem("sandbox", text, advice=advice)
        if wanted and self.sandbox.grade > wanted.upper():
            text = f"The sandbox here reaches grade {self.sandbox.grade}; grade {wanted.upper()} was required."
            return Problem("sandbox", text, advice=advice)
        return None

    async def _judge(self, request: CheckRequest, device: str, on_progress: OnProgress) -> _Judged | None:
        """What one device's run came to; None when the lesson has nothing to check on it."""
        try:
            return await self._run_and_decide(request, device, on_progress)
        except JudgeFault as fault:
            where = keep_traceback(request.lesson, fault.traceback)
            text = f"The grader of {request.lesson} failed: {fault.message}"
            return _Judged(outcome=Outcome.GRADER_ERROR, problem=Problem("grader", text, advice=where))

    async def _run_and_decide(self, request: CheckRequest, device: str, on_progress: OnProgress) -> _Judged | None:
        question = {"lesson": request.lesson, "seed": _seed(request), "device": device}
        planned = await self.engine.judge.ask({"op": "plan", **question})
        plan: dict[str, Any] = planned.body
        if not plan["claims"]:
            return None
        profile = Profile(plan["profile"], plan["scratch"], device == "cuda")
        try:
            check_layers(profile, self.available)
        except LayerMissing as missing:
            text = f"This exercise starts processes, and {missing.strerror}."
            problem = Problem("sandbox", text, advice="`tutor doctor` says how to allow it.")
            return _Judged(outcome=Outcome.NOT_RUN, problem=problem)
        preparing = asyncio.ensure_future(self.engine.judge.ask({"op": "prepare", **question}))
        try:
            source = request.source.decode("utf-8-sig")
            zygote = await self.engine.ready(plan["late_imports"] or uses_late_imports(source))
            result = await self._run(request, plan, planned.raw, profile, zygote, on_progress)
            await preparing
        finally:
            with contextlib.suppress(Exception):
                await preparing
        if result.ending and result.ending[0] is Outcome.GRADER_ERROR:
            return _Judged(outcome=Outcome.GRADER_ERROR, problem=result.ending[1], run=result)
        ask = {"op": "decide", **question, "ending": result.ending_as_dict(), "frames": len(result.frames)}
        decided = (await self.engine.judge.ask(ask, result.frames)).body
        checks = tuple(from_dict(CheckResult, check) for check in decided["checks"])
        outcome = Outcome(decided["outcome"]) if "outcome" in decided else None
        told = from_dict(Problem, decided["problem"]) if "problem" in decided else None
        return _Judged(checks, outcome, told, result)

    async def _run(
        self,
        request: CheckRequest,
        plan: dict[str, Any],
        raw: bytes,
        profile: Profile,
        zygote: Any,
        on_progress: OnProgress,
    ) -> RunResult:
        claims: list[str] = plan["claims"]
        order = list(dict.fromkeys(claims))
        on_case = _tell_of_claims(claims, order, on_progress)
        wall = float(plan["wall_seconds"])
        memory = CUDA_MEMORY if profile.cuda else Limits.memory_bytes
        limits = Limits(wall_seconds=wall, cpu_seconds=max(1, round(wall)), memory_bytes=memory)
        file = f"{request.lesson}.py"
        source = request.source.decode("utf-8-sig")
        body = {**plan["request"], "module": request.lesson, "file": file, "source": source}
        async with self.room:
            on_progress(CheckProgress("running", 0, len(order), order[0] if order else ""))
            return await Run(zygote, limits, file, source, on_case).supervise(profile, self.available, body, raw)


def _tell_of_claims(claims: list[str], order: list[str], on_progress: OnProgress) -> Callable[[int], None]:
    """Called with the number of the case that begins, tells which claim is checked now: once for all its cases."""
    told = None

    def on_case(number: int) -> None:
        nonlocal told
        if 0 <= number < len(claims) and (claim := claims[number]) != told:
            told = claim
            on_progress(CheckProgress("running", order.index(claim), len(order), claim))

    return on_case


def _devices(choice: str) -> tuple[str, ...]:
    if choice == "auto":
        return ("cpu", "cuda") if has_gpu() else ("cpu",)
    return ("cpu", "cuda") if choice == "all" else (choice,)


def has_gpu() -> bool:
    """Whether the NVIDIA driver shows a device; asking torch would start CUDA in the wrong process."""
    return os.path.exists("/dev/nvidia0") and os.environ.get("CUDA_VISIBLE_DEVICES") not in ("", "-1")


def _seed(request: CheckRequest) -> int:
    return DEFAULT_SEED if request.seed is None else request.seed


def keep_traceback(lesson: str, traceback: str) -> str:
    """Write our traceback where a bug report can find it; the learner only sees the sentence that says where."""
    from tutor.progress import default_path

    safe = "This is our fault; nothing of yours was lost."
    if (beside := default_path()) is None:
        return safe
    path = beside.with_name("last-failure.txt")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{datetime.now(UTC).isoformat()} {lesson}\n{traceback}\n", encoding="utf-8")
    except OSError:
        return safe
    return f"{safe} The details are in {path}."
