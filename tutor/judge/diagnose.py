"""Names the misconception behind a failed check, when exactly one known mistake does what the hand-in did."""

from __future__ import annotations

import re

from tutor.judge.compare import compare
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check, Observed
from tutor.judge.loader import Answer
from tutor.judge.record import CaseResult, Raised, RunRecord
from tutor.report import Diagnosis


def diagnose(expectation: Expectation, record: RunRecord, failed: list[Check]) -> Diagnosis | None:
    """The one mistake that reproduces the first failed check, or all of them, or everything; None otherwise."""
    folder = expectation.folder
    suspects = list(folder.wrong_for(failed[0].item))
    others = [c for c in folder.grader.checks if c not in failed and expectation.plan.cases_of(c)]
    related = [c for c in others if c.item == failed[0].item]
    for check in (*failed, *related):
        suspects = [answer for answer in suspects if reproduces(expectation, record, answer, check)]
        if not suspects or (len(suspects) == 1 and check in failed):
            break
    return Diagnosis(suspects[0].misconception, suspects[0].sentence) if len(suspects) == 1 else None


def reproduces(expectation: Expectation, record: RunRecord, answer: Answer, check: Check) -> bool:
    """Whether a known mistake behaves as the hand-in did on every case of a check."""
    theirs = expectation.wrong(answer, check)
    return all(
        number in theirs
        and number in record.results
        and same_behaviour(check, expectation.reference[number], record.results[number], theirs[number])
        for number in expectation.plan.cases_of(check)
    )


def same_behaviour(check: Check, expected: CaseResult, one: CaseResult, other: CaseResult) -> bool:
    """Whether two results of one case are the same: equal observations, the same fault, or the same exception."""
    if isinstance(one, Raised) or isinstance(other, Raised):
        return isinstance(one, Raised) and isinstance(other, Raised) and _gist(one) == _gist(other)
    if check.compare is not None:
        if isinstance(expected, Raised):
            return False
        return _fault(check, expected, one) == _fault(check, expected, other)
    names = check.agree or tuple(one)
    return all(compare(n, one.get(n), other.get(n), check.tolerance) is None for n in names)


def _gist(raised: Raised) -> tuple[str, str]:
    """An exception without the numbers and names that vary from file to file."""
    return raised.type_name, re.sub(r"\d+", "0", raised.problem.message)


def _fault(check: Check, expected: Observed, observed: Observed) -> tuple[str, str] | None:
    assert check.compare is not None
    found = check.compare(expected, observed)
    return (found.name, found.kind) if found else None
