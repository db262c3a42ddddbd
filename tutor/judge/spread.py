"""How far apart right answers lie, as a share of the tolerance: whether it is wide enough to never refuse one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tutor.judge.evaluate import evaluate
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check
from tutor.judge.slack import share_of_tolerance
from tutor.observation import NamedTupleObservation, TensorObservation


def shares_by_answer(expectation: Expectation) -> dict[str, dict[str, float]]:
    """For each right answer, the largest share of a tolerance it needs, by dtype."""
    found: dict[str, dict[str, float]] = {}
    for answer in expectation.folder.right:
        record = evaluate(expectation.folder.lesson, [answer], expectation.plan)[answer.name]
        shares = found.setdefault(answer.name, {})
        excused = "stretch: no" in answer.docstring
        for check in (check for check in expectation.folder.grader.checks if not (check.stretch and excused)):
            for number in expectation.plan.cases_of(check):
                pair = expectation.reference[number], record.results.get(number)
                for dtype, share in _shares(check, *pair):
                    shares[dtype] = max(share, shares.get(dtype, 0.0))
    return found


def _shares(check: Check, expected: Any, yours: Any) -> Iterator[tuple[str, float]]:
    if check.compare is not None or not (isinstance(expected, dict) and isinstance(yours, dict)):
        return
    for name in check.agree if check.agree is not None else tuple(expected):
        for one, other in _tensor_pairs(expected.get(name), yours.get(name)):
            yield str(one.data.dtype).removeprefix("torch."), share_of_tolerance(one, other, check.tolerance)


def _tensor_pairs(one: Any, other: Any) -> Iterator[tuple[TensorObservation, TensorObservation]]:
    match one, other:
        case TensorObservation(), TensorObservation():
            yield one, other
        case dict(), dict():
            for name in one.keys() & other.keys():
                yield from _tensor_pairs(one[name], other[name])
        case (list(), list()) | (tuple(), tuple()):
            for first, second in zip(one, other, strict=False):
                yield from _tensor_pairs(first, second)
        case NamedTupleObservation(), NamedTupleObservation():
            yield from _tensor_pairs(one.values, other.values)
