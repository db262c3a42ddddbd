"""Reads what a run emitted, as strictly as if a liar had sent it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.observation import DecodeError, decode
from tutor.report import Frame as CodeFrame
from tutor.report import Problem
from tutor.wire import Frame


@dataclass(frozen=True)
class Raised:
    """An exception that escaped a probe: its type's names, most specific first, and where it happened."""

    bases: tuple[str, ...]
    problem: Problem

    @property
    def type_name(self) -> str:
        return self.bases[0] if self.bases else self.problem.kind


CaseResult = dict[str, Any] | Raised
"""What one case showed: observations by name, or the exception that ended it."""


@dataclass
class RunRecord:
    """Everything one run emitted."""

    loaded: bool = False
    load_problem: Raised | None = None
    unwritten: tuple[str, ...] = ()
    results: dict[int, CaseResult] = field(default_factory=dict)
    last_started: int | None = None
    finished: bool = False


def read_run(frames: Sequence[Frame], cases: int) -> RunRecord:
    """The record of a run of `cases` cases; raises DecodeError when the frames are not what a run emits."""
    record = RunRecord()
    if frames and "fault" in frames[0].body:  # nothing of the hand-in had run yet, so it is ours
        raise RuntimeError(str(frames[0].body["fault"])[:500])
    for frame in frames:
        if record.finished:
            raise DecodeError("something came after the end of the run")
        _read_frame(record, frame, cases)
    return record


def _read_frame(record: RunRecord, frame: Frame, cases: int) -> None:
    body = frame.body
    if "load" in body:
        record.load_problem = _raised(body["load"])
    elif "loaded" in body and not record.loaded:
        record.loaded = True
        record.unwritten = tuple(str(name)[:200] for name in _list(body.get("unwritten", [])))[:1000]
    elif "starting" in body and body["starting"] == len(record.results) < cases:
        record.last_started = len(record.results)
    elif "case" in body and body["case"] == len(record.results) == record.last_started:
        record.results[record.last_started] = _case_result(body, frame.raw)
    elif "finished" in body and record.loaded and len(record.results) == cases:
        record.finished = True
    else:
        raise DecodeError(f"an unexpected frame with {sorted(map(str, body))[:5]}")


def _case_result(body: dict[str, Any], raw: bytes) -> CaseResult:
    if "raised" in body:
        return _raised(body["raised"])
    observed = decode(body.get("observations"), raw)
    if not isinstance(observed, dict):
        raise DecodeError(f"the observations are a {type(observed).__name__}, not a dict")
    return observed


def _raised(body: Any) -> Raised:
    if not isinstance(body, dict):
        raise DecodeError("an exception is not described by an object")
    frames = tuple(_code_frame(frame) for frame in _list(body.get("frames", []))[:20])
    bases = tuple(str(name)[:100] for name in _list(body.get("bases", []))[:20])
    problem = Problem(kind=str(body.get("type", ""))[:100], message=str(body.get("message", ""))[:2000], frames=frames)
    return Raised(bases, problem)


def _code_frame(body: Any) -> CodeFrame:
    if not isinstance(body, dict):
        raise DecodeError("a traceback line is not an object")
    return CodeFrame(
        line=_int(body.get("line")) or 0,
        function=str(body.get("function", ""))[:200],
        source=str(body.get("source", ""))[:400],
        column=_int(body.get("column")),
        end_column=_int(body.get("end_column")),
    )


def _int(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 31 else None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise DecodeError(f"a {type(value).__name__} stands where a list belongs")
    return value
