"""Judges one case of a check: what a hand-in did beside what the reference did."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tutor.judge.advice import with_advice
from tutor.judge.compare import compare
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check
from tutor.judge.record import CaseResult, RunRecord
from tutor.observation import MISSING, ShapeObservation, TensorObservation
from tutor.raised import Raised
from tutor.report import CheckResult, Difference, Outcome, Problem

_MEMORY_ADVICE = "Look for a tensor that grows in a loop, or a size with a digit too many."
_MISMATCH = "FakeTensorDeviceMismatchError"
_ON_TWO_DEVICES = re.compile("on the same device|not on the expected device")
"""In a search for misplaced tensors, only an exception about devices says something; the others are inconclusive."""


def judge_once(expectation: Expectation, record: RunRecord, check: Check, number: int) -> CheckResult | None:
    """What is wrong with one case of a run, worked out the first time somebody asks."""
    if (check.id, number) not in record.judged:
        record.judged[check.id, number] = judge_case(expectation, check, number, record.results[number])
    return record.judged[check.id, number]


def judge_case(expectation: Expectation, check: Check, number: int, yours: CaseResult) -> CheckResult | None:
    """What is wrong with one case, or None."""
    expected = expectation.reference[number]
    if isinstance(yours, Raised):
        return _judge_exception(expectation, check, number, yours)
    if isinstance(expected, Raised):
        if check.mode != "real":
            return None
        summary = f"No exception was raised; it should raise {expected.type_name}."
        return _failed(expectation, check, number, (Difference("exception", "raised", summary),))
    if check.compare is not None:
        found = check.compare(expected, yours)
        return _failed(expectation, check, number, (found,)) if found else None
    names = check.agree if check.agree is not None else tuple(expected)
    found_all = (compare(n, expected.get(n, MISSING), yours.get(n, MISSING), check.tolerance) for n in names)
    differences = tuple(_with_dims(check, expected, d) for d in found_all if d is not None)
    return _failed(expectation, check, number, differences) if differences else None


def _with_dims(check: Check, expected: dict[str, Any], difference: Difference) -> Difference:
    """The difference with the names of its dimensions, where it is about a shape that has as many."""
    match expected.get(difference.name):
        case TensorObservation(data=tensor) if difference.kind == "shape":
            sizes = tuple(tensor.shape)
        case ShapeObservation(shape=shape) if difference.kind == "shape":
            sizes = shape
        case tuple() | list() as shape if all(type(size) is int for size in shape):
            sizes = tuple(shape)
        case _:
            return difference
    return replace(difference, dims=check.dims) if len(sizes) == len(check.dims) else difference


def check_result(check: Check, device: str, outcome: Outcome, **details: Any) -> CheckResult:
    """A check's result with everything that follows from the check itself."""
    points = check.points if outcome is Outcome.PASSED else 0.0
    return CheckResult(
        id=check.id,
        item=check.item,
        claim=check.claim,
        outcome=outcome,
        points=points,
        max_points=check.points,
        kind=check.kind,
        device=device,
        stretch=check.stretch,
        needs=check.needs,
        **details,
    )


def _judge_exception(expectation: Expectation, check: Check, number: int, yours: Raised) -> CheckResult | None:
    if check.mode != "real" and not _is_about_devices(yours):
        return None
    expected, problem = expectation.reference[number], with_advice(yours.problem)
    if isinstance(expected, Raised):
        if is_as_expected(check, expected, yours):
            return None
        summary = f"It raises {yours.type_name}; it should raise {expected.type_name}."
        return _failed(expectation, check, number, (Difference("exception", "raised", summary),), problem)
    if check.mode != "real":
        summary = "A tensor made inside stays on the CPU when the inputs are on the GPU."
        return _failed(expectation, check, number, (Difference("device", "device", summary),), problem)
    if _is_a_stub_that_was_called(yours):
        message = f"{check.item} still raises NotImplementedError."
        return check_result(check, expectation.device, Outcome.NOT_WRITTEN, message=message)
    return _unexpected(expectation, check, number, yours, problem)


def is_as_expected(check: Check, expected: Raised, yours: Raised) -> bool:
    """Whether an exception is of a type that is right there; its message is the hand-in's own affair."""
    return bool({expected.type_name, *check.raises} & set(yours.bases))


def _is_a_stub_that_was_called(raised: Raised) -> bool:
    """Whether the hand-in itself raised NotImplementedError; PyTorch raises it too, for what it cannot do."""
    frames = raised.problem.frames
    return "NotImplementedError" in raised.bases and bool(frames) and frames[-1].source.startswith("raise ")


def _unexpected(expectation: Expectation, check: Check, number: int, yours: Raised, problem: Problem) -> CheckResult:
    outcome = Outcome.ERROR
    if _is_memory(yours):
        outcome = Outcome.OUT_OF_MEMORY
        problem = replace(problem, message=_memory_text(problem.message), advice=_MEMORY_ADVICE)
    named = outcome is Outcome.ERROR and problem.kind != "missing" and problem.message
    text = f"{problem.kind}: {problem.message}" if named else problem.message or problem.kind
    call = expectation.plan.cases[number].call
    return check_result(check, expectation.device, outcome, message=text, case=call, problem=problem)


def _failed(
    expectation: Expectation,
    check: Check,
    number: int,
    differences: tuple[Difference, ...],
    problem: Problem | None = None,
) -> CheckResult:
    first = differences[0]
    return check_result(
        check,
        expectation.device,
        Outcome.FAILED,
        message=f"{first.name[:1].upper()}{first.name[1:]}: {first.summary[:1].lower()}{first.summary[1:]}",
        case=expectation.plan.cases[number].call,
        differences=differences,
        problem=problem,
    )


def _is_about_devices(raised: Raised) -> bool:
    return _MISMATCH in raised.bases or _ON_TWO_DEVICES.search(raised.problem.message) is not None


def _is_memory(raised: Raised) -> bool:
    message = raised.problem.message
    return "MemoryError" in raised.bases or "can't allocate memory" in message or "out of memory" in message


def _memory_text(message: str) -> str:
    asked = re.search(r"tried to allocate (\d{1,18}) bytes", message)
    size = f" It asked for {int(asked[1]) / 1e9:.1f} GB at once." if asked else ""
    return f"The code asked for more memory than a check may use.{size}"
