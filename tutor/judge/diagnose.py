"""Names the misconception behind a failed check, when exactly one known mistake explains what the hand-in did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tutor.judge.case import is_as_expected, judge_case, judge_once
from tutor.judge.compare import agrees
from tutor.judge.expected import Expectation
from tutor.judge.grader import Check, Observed
from tutor.judge.loader import Answer
from tutor.judge.record import CaseResult, RunRecord
from tutor.raised import Raised
from tutor.report import CheckResult, Diagnosis

Symptom = tuple[str, ...]


def diagnose(expectation: Expectation, record: RunRecord, first: Check) -> Diagnosis | None:
    """The one mistake that explains the first failed check of an item; None when there is none, or more than one.

    It fails that check as well, and does what the hand-in did on every case of it. On every other case it contradicts
    nothing: where the hand-in was right it is right, and where both are wrong they are wrong alike. It may be right
    where the hand-in was wrong, because a hand-in can hold two mistakes, but not where the hand-in shows the symptom
    that it should explain. What goes further than the exercise asks has no say. Of several such, it is the one that
    explains everything.
    """
    item = [check for check in expectation.folder.grader.checks if check.item == first.item and check.mode == "real"]
    suspects = list(expectation.folder.wrong_for(first.item))
    _run(expectation, suspects, [first])
    suspects = [
        answer
        for answer in suspects
        if _faults_of(expectation, answer, first) and reproduces(expectation, record, answer, first)
    ]
    _run(expectation, suspects, item)
    mine = {check.id: _faults_in(expectation, record, check) for check in item}
    symptoms = set(_faults_in(expectation, record, first).values())
    suspects = [
        answer
        for answer in suspects
        if all(
            not _contradicts(expectation, record, answer, check, mine[check.id], symptoms)
            for check in item
            if check is not first and (first.stretch or not check.stretch)
        )
    ]
    if len(suspects) > 1:
        suspects = [s for s in suspects if all(reproduces(expectation, record, s, check) for check in item)]
    return Diagnosis(suspects[0].misconception, suspects[0].sentence) if len(suspects) == 1 else None


def _run(expectation: Expectation, suspects: Sequence[Answer], checks: Sequence[Check]) -> None:
    """Run them all at once, before they are asked about one by one."""
    expectation.run_wrong(suspects, [check for check in checks if expectation.plan.cases_of(check)])


def reproduces(expectation: Expectation, record: RunRecord, answer: Answer, check: Check) -> bool:
    """Whether a known mistake behaves as the hand-in did on every case of a check."""
    theirs = expectation.wrong(answer, check)
    return all(
        number in theirs
        and number in record.results
        and same_behaviour(check, expectation.reference[number], record.results[number], theirs[number])
        for number in expectation.plan.cases_of(check)
    )


def _contradicts(
    expectation: Expectation,
    record: RunRecord,
    answer: Answer,
    check: Check,
    wrong_in_mine: dict[int, Symptom],
    symptoms: set[Symptom],
) -> bool:
    """Whether a check shows that the hand-in has another mistake than this one."""
    cases = [number for number in expectation.plan.cases_of(check) if number in record.results]
    if not cases:
        return False
    theirs = expectation.wrong(answer, check)
    wrong_in_theirs = _faults_of(expectation, answer, check)
    for number in cases:
        mine, other = wrong_in_mine.get(number), wrong_in_theirs.get(number)
        if number not in theirs or (other and not mine):
            return True
        if mine and not other and mine in symptoms:
            return True
        expected = expectation.reference[number]
        if mine and other and not same_behaviour(check, expected, record.results[number], theirs[number]):
            return True
    return False


def _faults_of(expectation: Expectation, answer: Answer, check: Check) -> dict[int, Symptom]:
    """As `_faults_in`, for a known mistake: worked out once, for every hand-in that comes."""
    known = expectation.symptoms
    if (answer.name, check.id) not in known:
        theirs = expectation.wrong(answer, check)
        cases = [number for number in expectation.plan.cases_of(check) if number in theirs]
        known[answer.name, check.id] = _symptoms(
            (number, judge_case(expectation, check, number, theirs[number])) for number in cases
        )
    return known[answer.name, check.id]


def _faults_in(expectation: Expectation, record: RunRecord, check: Check) -> dict[int, Symptom]:
    """The wrong cases of a check in a run, each with how it shows."""
    cases = [number for number in expectation.plan.cases_of(check) if number in record.results]
    return _symptoms((number, judge_once(expectation, record, check, number)) for number in cases)


def _symptoms(judged: Iterable[tuple[int, CheckResult | None]]) -> dict[int, Symptom]:
    return {number: _symptom(found) for number, found in judged if found}


def _symptom(found: CheckResult) -> Symptom:
    if found.differences:
        return found.differences[0].name, found.differences[0].kind
    return ("raised", found.problem.kind) if found.problem else (found.outcome.value,)


def same_behaviour(check: Check, expected: CaseResult, one: CaseResult, other: CaseResult) -> bool:
    """Whether two results of one case are the same: equal observations, the same fault, or the same exception.

    Where an exception is right, the words are not compared.
    """
    if isinstance(one, Raised) or isinstance(other, Raised):
        if not (isinstance(one, Raised) and isinstance(other, Raised)):
            return False
        if isinstance(expected, Raised) and all(is_as_expected(check, expected, raised) for raised in (one, other)):
            return True
        return _gist(one) == _gist(other)
    if check.compare is not None:
        if isinstance(expected, Raised):
            return False
        return _fault(check, expected, one) == _fault(check, expected, other)
    names = check.agree or tuple(one)
    return all(agrees(one.get(n), other.get(n), check.tolerance) for n in names)


def _gist(raised: Raised) -> tuple[str, str]:
    """An exception without the numbers, and the names of variables, that vary from file to file."""
    message = re.sub(r"\d+", "0", raised.problem.message)
    if "NameError" in raised.bases:
        message = re.sub(r"'\w+'", "a name", message)
    return raised.type_name, message


def _fault(check: Check, expected: Observed, observed: Observed) -> tuple[str, str] | None:
    assert check.compare is not None
    found = check.compare(expected, observed)
    return (found.name, found.kind) if found else None
