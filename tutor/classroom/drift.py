"""Grades that are no longer what they were: the same hand-ins graded again, and what changed, check by check.

Give `drift` the old results in any order and a way to the new result of each; it keeps none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tutor.classroom.result import Result, Standing
from tutor.report import CheckResult, Report

HasLessonChanged = Callable[[Result], bool | None]
"""Whether what grades an old result's lesson has changed since, by `lesson_hash`; None when that is not known."""


@dataclass(frozen=True)
class CheckChange:
    """One check whose outcome, points or misconception changed; "" where the check was not there."""

    id: str
    device: str
    before: str
    """An Outcome, as in the report."""
    after: str
    points_before: float = 0.0
    points_after: float = 0.0
    misconception_before: str = ""
    misconception_after: str = ""


@dataclass(frozen=True)
class VersionChange:
    """Another version of what graded: "torch", "python" or "tutor"; "" where it was not told."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One grade that is not what it was, or that could not be compared."""

    before: Result
    after: Result | None
    """None when there is no new result: the hand-in is no longer there."""
    checks: tuple[CheckChange, ...] = ()
    versions: tuple[VersionChange, ...] = ()
    has_lesson_changed: bool | None = None

    @property
    def is_compared(self) -> bool:
        """Whether both grades are of the same bytes, and neither is missing through a fault of ours."""
        if self.after is None or self.after.sha256 != self.before.sha256:
            return False
        return Standing.NOT_GRADED not in (self.before.standing, self.after.standing)

    @property
    def is_grade_changed(self) -> bool:
        """Whether points changed, and not only the way to them."""
        after = self.after
        return after is not None and self.is_compared and _points(self.before) != _points(after)

    @property
    def is_same_seed(self) -> bool:
        """Whether both drew the same inputs; True where there are no two reports to compare."""
        old, new = self.before.report, self.after.report if self.after else None
        return old is None or new is None or old.seed == new.seed


def drift(
    old: Iterable[Result],
    new: Callable[[Result], Result | None],
    has_lesson_changed: HasLessonChanged = lambda result: None,
) -> Iterator[Change]:
    """Each old result that came out differently, as it is found; `new` gives the new result of an old one."""
    for before in old:
        change = compare(before, new(before), has_lesson_changed(before))
        if change is not None:
            yield change


def compare(before: Result, after: Result | None, has_lesson_changed: bool | None = None) -> Change | None:
    """What changed between two results of one hand-in; None when neither its points nor the way to them did."""
    if after is None:
        return Change(before, None, has_lesson_changed=has_lesson_changed)
    checks = tuple(_checks(before.report, after.report))
    change = Change(before, after, checks, tuple(_versions(before.report, after.report)), has_lesson_changed)
    is_other = checks or _points(before) != _points(after) or _verdict(before) != _verdict(after)
    return change if is_other or not change.is_compared else None


def _points(result: Result) -> tuple[float, float]:
    return result.score, result.max_score


def _verdict(result: Result) -> tuple[Standing, str]:
    return result.standing, result.report.outcome if result.report else ""


def _checks(old: Report | None, new: Report | None) -> Iterator[CheckChange]:
    """In the new report's order, then those that are gone."""
    before, after = _by_name(old), _by_name(new)
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        change = CheckChange(
            *name,
            before=one.outcome if one else "",
            after=other.outcome if other else "",
            points_before=one.points if one else 0.0,
            points_after=other.points if other else 0.0,
            misconception_before=_misconception(one),
            misconception_after=_misconception(other),
        )
        if _sides(change)[0] != _sides(change)[1]:
            yield change


def _sides(change: CheckChange) -> tuple[tuple[object, ...], tuple[object, ...]]:
    before = (change.before, change.points_before, change.misconception_before)
    return before, (change.after, change.points_after, change.misconception_after)


def _by_name(report: Report | None) -> dict[tuple[str, str], CheckResult]:
    return {(check.id, check.device): check for check in report.checks} if report else {}


def _misconception(check: CheckResult | None) -> str:
    return check.diagnosis.name if check and check.diagnosis else ""


def _versions(old: Report | None, new: Report | None) -> Iterator[VersionChange]:
    before, after = old.versions if old else {}, new.versions if new else {}
    for name in sorted({*before, *after}) if old and new else ():
        if before.get(name) != after.get(name):
            yield VersionChange(name, before.get(name, ""), after.get(name, ""))
