"""What the hand-ins of a class have in common, counted as their results go by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.classroom.example import Example, example_of
from tutor.report import CheckResult, Diagnosis, Outcome, Report

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


class _Alike:
    """Hand-ins that went wrong in the same way; their example is of the one with the smallest hash, in any order."""

    def __init__(self) -> None:
        self.students = 0
        self.example = Example()
        self._sha256 = ""

    def add(self, check: CheckResult, sha256: str) -> None:
        self.students += 1
        if self.students == 1 or sha256 < self._sha256:
            self._sha256, self.example = sha256, example_of(check)

    def anonymous(self, long_numbers: set[str]) -> Example:
        is_telling = self.example.mentions(long_numbers)
        return self.example.without_yours() if is_telling else self.example


class ClassTally:
    """Counts every report it is shown; holds nothing of them but counts and one small example each."""

    def __init__(self) -> None:
        self._claims: dict[tuple[str, str, str], str] = {}
        self._outcomes: Counter[tuple[str, str, str, Outcome]] = Counter()
        self._misconceptions: defaultdict[tuple[str, str, str], _Alike] = defaultdict(_Alike)
        self._unexplained: defaultdict[tuple[str, str, str, Outcome], _Alike] = defaultdict(_Alike)

    def add(self, lesson: str, report: Report, sha256: str) -> None:
        """Count one graded hand-in, known by the hash of its bytes."""
        for check in report.checks:
            key = (lesson, check.id, check.device)
            self._claims.setdefault(key, check.claim)
            self._outcomes[(*key, check.outcome)] += 1
        for diagnosis, check in diagnosed(report).items():
            self._misconceptions[lesson, diagnosis.name, diagnosis.sentence].add(check, sha256)
        for check in _unexplained(report):
            self._unexplained[lesson, check.id, check.claim, check.outcome].add(check, sha256)

    def checks(self) -> tuple[CheckTally, ...]:
        """Hardest first."""
        return tuple(sorted((self._check(*key) for key in self._claims), key=_hardest))

    def misconceptions(self, long_numbers: set[str]) -> tuple[Misconception, ...]:
        """The most frequent first; an example with one of these numbers loses what the hand-in returned."""
        found = ((key, alike, alike.anonymous(long_numbers)) for key, alike in self._misconceptions.items())
        every = (Misconception(*key, alike.students, example) for key, alike, example in found)
        return tuple(sorted(every, key=lambda one: (-one.students, one.lesson, one.name, one.sentence)))

    def unexplained(self, long_numbers: set[str]) -> tuple[Unexplained, ...]:
        """The most frequent first; an example with one of these numbers loses what the hand-in returned."""
        found = ((key, alike, alike.anonymous(long_numbers)) for key, alike in self._unexplained.items())
        every = (Unexplained(*key, alike.students, example) for key, alike, example in found)
        return tuple(sorted(every, key=lambda one: (-one.students, one.lesson, one.check, one.outcome)))

    def _check(self, lesson: str, check: str, device: str) -> CheckTally:
        key = (lesson, check, device)
        counts = {outcome: self._outcomes[(*key, outcome)] for outcome in Outcome}
        tried = sum(number for outcome, number in counts.items() if outcome not in _NO_TRY)
        return CheckTally(*key, self._claims[key], tried, counts[Outcome.PASSED], counts[Outcome.BLOCKED])


def diagnosed(report: Report) -> dict[Diagnosis, CheckResult]:
    """The misconceptions of a report, each with the first check that shows it, however many checks and devices do."""
    found: dict[Diagnosis, CheckResult] = {}
    for check in report.checks:
        if check.diagnosis is not None:
            found.setdefault(check.diagnosis, check)
    return found


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


def _hardest(tally: CheckTally) -> tuple[float, int, str, str, str]:
    return tally.rate, -tally.tried, tally.lesson, tally.check, tally.device
