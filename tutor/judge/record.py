"""Reads what a run emitted, as strictly as if a liar had sent it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.observation import DecodeError, decode
from tutor.plain_values import cut
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
    for frame in frames:
        _read_frame(record, frame, cases)
    return record


def _read_frame(record: RunRecord, frame: Frame, cases: int) -> None:
    body, done = frame.body, len(record.results)
    if body.keys() not in _next_forms(record, cases) or (frame.raw and "observations" not in body):
        raise DecodeError(f"a frame out of its place, after {done} of {cases} cases")
    if "load" in body:
        record.load_problem = _raised(body["load"])
    elif "loaded" in body:
        record.unwritten = tuple(_text(name, 200) for name in _list(body["unwritten"])[:1000])
        record.loaded = _is(body["loaded"], True)
    elif "starting" in body and _is(body["starting"], done):
        record.last_started = done
    elif "case" in body and _is(body["case"], done):
        record.results[done] = _case_result(body, frame.raw)
    elif "finished" in body:
        record.finished = _is(body["finished"], True)


def _next_forms(record: RunRecord, cases: int) -> tuple[set[str], ...]:
    """The fields of a frame that can come next: a run says everything once, in one order, and stops."""
    if record.finished or record.load_problem is not None:
        return ()
    if not record.loaded:
        return {"load"}, {"loaded", "unwritten"}
    if record.last_started == len(record.results):
        return {"case", "seconds", "observations"}, {"case", "seconds", "raised"}
    return ({"starting"},) if len(record.results) < cases else ({"finished"},)


def _is(value: Any, wanted: int) -> bool:
    """True, or DecodeError: neither 0.0 nor false is a case's number."""
    if type(value) is not type(wanted) or value != wanted:
        raise DecodeError(f"a frame says something else than {wanted}")
    return True


def _case_result(body: dict[str, Any], raw: bytes) -> CaseResult:
    if "raised" in body:
        return _raised(body["raised"])
    observed = decode(body["observations"], raw)
    if not isinstance(observed, dict) or not all(isinstance(name, str) for name in observed):
        raise DecodeError(f"the observations are a {type(observed).__name__}, not a dict of names")
    return observed


def _raised(body: Any) -> Raised:
    if not isinstance(body, dict):
        raise DecodeError("an exception is not described by an object")
    frames = tuple(_code_frame(frame) for frame in _list(body.get("frames"))[:20])
    bases = tuple(_text(name, 100) for name in _list(body.get("bases"))[:20])
    kind, message = _text(body.get("type"), 100), _text(body.get("message"), 2000)
    return Raised(bases, Problem(kind=kind, message=message, frames=frames))


def _code_frame(body: Any) -> CodeFrame:
    if not isinstance(body, dict):
        raise DecodeError("a traceback line is not an object")
    return CodeFrame(
        line=_int(body.get("line")) or 0,
        function=_text(body.get("function"), 200),
        source=_text(body.get("source"), 400),
        column=_int(body.get("column")),
        end_column=_int(body.get("end_column")),
    )


def _int(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 1 << 31 else None


def _text(value: Any, length: int) -> str:
    """A text cut to a length; half a surrogate pair, which no report can hold, becomes a question mark."""
    if not isinstance(value, str):
        raise DecodeError(f"a {type(value).__name__} stands where a text belongs")
    return cut(value, length)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise DecodeError(f"a {type(value).__name__} stands where a list belongs")
    return value
