"""What the hand-ins of a class have in common, counted as their results go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tutor.classroom.example import Example, example_of
from tutor.report import CheckResult, Outcome, Report

_NO_TRY = (Outcome.NOT_WRITTEN, Outcome.NOT_RUN, Outcome.GRADER_ERROR)
_WENT_WRONG = (Outcome.FAILED, Outcome.ERROR, Outcome.TIMEOUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED)
WHOLE_FILE = "Python can read the file and run it from top to bottom."
"""The claim that a hand-in with no check of its own fails: a syntax error, an exception at import."""


@dataclass(frozen=True)
class CheckTally:
    """One check on one device, over all hand-ins that tried it."""

    lesson: str
    check: str
    device: str
    claim: str
    tried: int
    """Hand-ins in which it was judged, or waited for another check."""
    passed: int
    waiting: int
    """Hand-ins in which it was not reached."""

    @property
    def rate(self) -> float:
        return self.passed / self.tried if self.tried else 0.0


@dataclass(frozen=True)
class Misconception:
    """A known mistake and how many students made it."""

    lesson: str
    name: str
    sentence: str
    """As learners read it."""
    students: int
    example: Example


@dataclass(frozen=True)
class Unexplained:
    """A check that failed in a way no known mistake explains: a candidate for a new wrong answer."""

    lesson: str
    check: str
    """Its id; "" for the whole file."""
    claim: str
    outcome: Outcome
    students: int
    example: Example


T = TypeVar("T", Misconception, Unexplained)


class ClassTally:
    """Counts every report it is shown; holds nothing of them but counts and one small example each."""

    def __init__(self) -> None:
        self._claims: dict[tuple[str, str, str], str] = {}
        self._outcomes: Counter[tuple[str, str, str, Outcome]] = Counter()
        self._misconceptions: dict[tuple[str, str, str], Misconception] = {}
        self._unexplained: dict[tuple[str, str, Outcome], Unexplained] = {}

    def add(self, report: Report) -> None:
        for check in report.checks:
            key = (report.lesson, check.id, check.device)
            self._claims.setdefault(key, check.claim)
            self._outcomes[(*key, check.outcome)] += 1
        for check in diagnosed(report):
            self._count_misconception(report.lesson, check)
        for check in _unexplained(report):
            self._count_unexplained(report.lesson, check)

    def checks(self) -> tuple[CheckTally, ...]:
        """Hardest first within a lesson; the lessons in the order their first hand-ins came."""
        return tuple(sorted((self._check(*key) for key in self._claims), key=lambda tally: (tally.rate, -tally.tried)))

    def misconceptions(self, long_numbers: set[str]) -> tuple[Misconception, ...]:
        """The most frequent first; examples with one of these numbers lose what the hand-in returned."""
        return tuple(sorted(_anonymous(self._misconceptions.values(), long_numbers), key=_most_frequent))

    def unexplained(self, long_numbers: set[str]) -> tuple[Unexplained, ...]:
        """The most frequent first; examples with one of these numbers lose what the hand-in returned."""
        return tuple(sorted(_anonymous(self._unexplained.values(), long_numbers), key=_most_frequent))

    def _check(self, lesson: str, check: str, device: str) -> CheckTally:
        key = (lesson, check, device)
        counts = {outcome: self._outcomes[(*key, outcome)] for outcome in Outcome}
        tried = sum(number for outcome, number in counts.items() if outcome not in _NO_TRY)
        return CheckTally(*key, self._claims[key], tried, counts[Outcome.PASSED], counts[Outcome.BLOCKED])

    def _count_misconception(self, lesson: str, check: CheckResult) -> None:
        assert check.diagnosis is not None
        key = (lesson, check.diagnosis.name, check.diagnosis.sentence)
        new = Misconception(*key, students=1, example=example_of(check))
        self._misconceptions[key] = _together(self._misconceptions.get(key), new)

    def _count_unexplained(self, lesson: str, check: CheckResult) -> None:
        key = (lesson, check.id, check.outcome)
        new = Unexplained(lesson, check.id, check.claim, check.outcome, 1, example_of(check))
        self._unexplained[key] = _together(self._unexplained.get(key), new)


def diagnosed(report: Report) -> Sequence[CheckResult]:
    """One check for each misconception of a report, however many checks and devices show it."""
    found: dict[tuple[str, str], CheckResult] = {}
    for check in report.checks:
        if check.diagnosis is not None:
            found.setdefault((check.diagnosis.name, check.diagnosis.sentence), check)
    return list(found.values())


def _unexplained(report: Report) -> Iterator[CheckResult]:
    """The first check of each item that went wrong, unless a misconception explains the item."""
    explained = {check.item for check in report.checks if check.diagnosis is not None}
    firsts: dict[str, CheckResult] = {}
    for check in report.checks:
        if check.outcome in _WENT_WRONG and check.item not in explained:
            firsts.setdefault(check.item, check)
    yield from firsts.values()
    if not report.checks and report.outcome in _WENT_WRONG:
        yield CheckResult("", "", WHOLE_FILE, report.outcome, 0.0, 0.0)


def _together(old: T | None, new: T) -> T:
    """One student more, with the better of the two examples."""
    if old is None:
        return new
    return replace(old, students=old.students + 1, example=min(old.example, new.example, key=Example.rank))


def _anonymous(tallies: Iterable[T], long_numbers: set[str]) -> Iterator[T]:
    for tally in tallies:
        is_telling = tally.example.mentions(long_numbers)
        yield replace(tally, example=tally.example.without_yours()) if is_telling else tally


def _most_frequent(tally: Misconception | Unexplained) -> tuple[int, str, str]:
    return -tally.students, tally.lesson, tally.name if isinstance(tally, Misconception) else tally.check
