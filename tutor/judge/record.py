"""Reads what a run emitted, as strictly as if a liar had sent it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.observation import decode
from tutor.raised import DecodeError, Raised, read_exactly, read_list, read_raised, read_text
from tutor.report import CheckResult
from tutor.wire import Frame

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
    judged: dict[tuple[str, int], CheckResult | None] = field(default_factory=dict)
    """What is wrong with a case, by check and number; filled by `judge_once`."""


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
        record.load_problem = read_raised(body["load"])
    elif "loaded" in body:
        record.unwritten = tuple(read_text(name, 200) for name in read_list(body["unwritten"])[:1000])
        record.loaded = read_exactly(body["loaded"], True)
    elif "starting" in body and read_exactly(body["starting"], done):
        record.last_started = done
    elif "case" in body and read_exactly(body["case"], done):
        record.results[done] = _case_result(body, frame.raw)
    elif "finished" in body:
        record.finished = read_exactly(body["finished"], True)


def _next_forms(record: RunRecord, cases: int) -> tuple[set[str], ...]:
    """The fields of a frame that can come next: a run says everything once, in one order, and stops."""
    if record.finished or record.load_problem is not None:
        return ()
    if not record.loaded:
        return {"load"}, {"loaded", "unwritten"}
    if record.last_started == len(record.results):
        return {"case", "seconds", "observations"}, {"case", "seconds", "raised"}
    return ({"starting"},) if len(record.results) < cases else ({"finished"},)


def _case_result(body: dict[str, Any], raw: bytes) -> CaseResult:
    if "raised" in body:
        return read_raised(body["raised"])
    observed = decode(body["observations"], raw)
    if not isinstance(observed, dict) or not all(isinstance(name, str) for name in observed):
        raise DecodeError(f"the observations are a {type(observed).__name__}, not a dict of names")
    return observed
