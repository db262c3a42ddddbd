"""Every grade of a class, read in one pass over its results; keeps a small row of each, never its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from tutor.classroom.example import digits_of
from tutor.classroom.lateness import Lateness, LatenessOf
from tutor.classroom.result import OUR_FAULTS, Result, Standing
from tutor.classroom.tallies import CheckTally, ClassTally, Misconception, Unexplained, diagnosed
from tutor.render.wording import problem_sentence
from tutor.report import Outcome, Report

_DECIMALS = 4
_SLOW_FACTOR, _SLOW_SECONDS = 5.0, 1.0
_LONGEST_TEXT = 1000
"""Characters kept of a place or a problem."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One student's grade for one lesson."""

    student: str
    name: str
    """What to call the student; "" where no roster says."""
    lesson: str
    standing: Standing
    outcome: str
    """The report's; "" where there is none."""
    score: float | None
    """Points of the checks; None where nothing could be graded through no fault of the student's."""
    max_score: float | None
    """The most points of the lesson; None where no report of the class says it."""
    days_late: int
    late_penalty: float
    """Points taken off for being late."""
    final_score: float | None
    """`score` less `late_penalty`; None where `score` is."""
    misconceptions: tuple[str, ...]
    """Names of the known mistakes in it."""
    devices: str
    """What became of each device: "cpu passed, cuda not_run"."""
    sandbox: str
    """Grade A to E of what confined it; "" without a report."""
    seed: int | None
    sha256: str
    """Of the hand-in's bytes; "" where there are none."""
    submitted_at: str
    """ISO 8601 with its time zone, or ""."""
    place: str
    """Where the hand-in was found."""
    problem: str
    """One sentence for the teacher; "" where the hand-in was graded and accepted."""
    seconds: float
    """How long grading took."""

    @property
    def is_passed(self) -> bool:
        return self.standing is Standing.GRADED and self.outcome == Outcome.PASSED

    @property
    def is_untouched(self) -> bool:
        """Whether what was handed in is still a stub."""
        return self.standing is Standing.GRADED and self.outcome == Outcome.NOT_WRITTEN


@dataclass(frozen=True, slots=True)
class StudentTotal:
    """All grades of one student."""

    student: str
    name: str
    grades: tuple[Grade, ...]
    """In the order of the lessons."""
    total: float
    max_total: float
    """Leaves out lessons that could not be graded through no fault of the student's."""

    @property
    def percent(self) -> float | None:
        """None where nothing counts yet."""
        return round(100 * self.total / self.max_total, 2) if self.max_total else None


@dataclass(frozen=True)
class LessonTally:
    """One lesson, over all students."""

    lesson: str
    max_score: float | None
    handed_in: int
    graded: int
    passed: int
    not_started: int
    """Handed in as the stub was given out."""
    late: int
    missing: int
    unreadable: int
    not_graded: int
    median_score: float | None
    """Of those graded, before anything is taken off for being late."""
    median_seconds: float | None


class Gradebook:
    """The grades of a class, and what its hand-ins have in common."""

    def __init__(self, grades: Iterable[Grade], tally: ClassTally, lessons: Sequence[str] = ()) -> None:
        """Sorts by student, then in the order of `lessons`; those not among them come last, by id."""
        rows = list(grades)
        known = dict.fromkeys(lessons)
        found = {grade.lesson for grade in rows}
        self.lessons: tuple[str, ...] = (*(one for one in known if one in found), *sorted(found - known.keys()))
        order = {lesson: place for place, lesson in enumerate(self.lessons)}
        rows.sort(key=lambda grade: (grade.student.casefold(), grade.student, order[grade.lesson]))
        self.grades: tuple[Grade, ...] = tuple(rows)
        long_numbers = digits_of(text for grade in rows for text in (grade.student, grade.name, grade.place))
        self.checks: tuple[CheckTally, ...] = tally.checks()
        self.misconceptions: tuple[Misconception, ...] = tally.misconceptions(long_numbers)
        self.unexplained: tuple[Unexplained, ...] = tally.unexplained(long_numbers)

    def students(self) -> Iterator[StudentTotal]:
        """One student after another, sorted by id."""
        start = 0
        for end in range(1, len(self.grades) + 1):
            if end == len(self.grades) or self.grades[end].student != self.grades[start].student:
                yield _total(self.grades[start:end])
                start = end

    def of_lesson(self, lesson: str) -> list[Grade]:
        return [grade for grade in self.grades if grade.lesson == lesson]

    def lesson_tallies(self) -> tuple[LessonTally, ...]:
        return tuple(_lesson_tally(lesson, self.of_lesson(lesson)) for lesson in self.lessons)

    def slow(self) -> list[tuple[Grade, float]]:
        """Hand-ins that took over a second and over five times the median of their lesson, with that median."""
        medians = {tally.lesson: tally.median_seconds or 0.0 for tally in self.lesson_tallies()}
        found = [(grade, medians[grade.lesson]) for grade in self.grades if grade.standing is Standing.GRADED]
        slow = [(g, m) for g, m in found if g.seconds > max(_SLOW_SECONDS, _SLOW_FACTOR * m)]
        return sorted(slow, key=lambda pair: -pair[0].seconds)

    def identical(self, stubs: Iterable[str] = ()) -> list[list[Grade]]:
        """Graded hand-ins for one lesson, the same byte for byte; largest group first, and stubs are left out."""
        not_theirs = {"", *stubs}
        groups: dict[tuple[str, str], list[Grade]] = {}
        for grade in self.grades:
            is_work = grade.standing is Standing.GRADED and not grade.is_untouched
            if is_work and grade.sha256 not in not_theirs:
                groups.setdefault((grade.lesson, grade.sha256), []).append(grade)
        return sorted((group for group in groups.values() if len(group) > 1), key=lambda group: -len(group))


def read_gradebook(
    results: Iterable[Result],
    lessons: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    lateness: LatenessOf | None = None,
) -> Gradebook:
    """Read the results once; `lessons` gives their order, `names` what to call a student by id.

    There is one result for a student and a lesson; raises ValueError naming the two if there are more.
    """
    rows: dict[tuple[str, str], Grade] = {}
    tally, most, interned = ClassTally(), dict[str, float](), dict[str, str]()
    for result in results:
        student, lesson = (interned.setdefault(text, text) for text in (result.student, result.lesson))
        if (student, lesson) in rows:
            raise ValueError(f"{student!r} has more than one result for {lesson!r}")
        name = (names or {}).get(student, "")
        rows[student, lesson] = replace(_grade(result, name, lateness), student=student, lesson=lesson)
        if result.report is not None and result.standing is Standing.GRADED:
            tally.add(lesson, result.report, result.sha256)
            most[lesson] = max(most.get(lesson, 0.0), result.report.max_score)
    finished = (replace(grade, max_score=most.get(grade.lesson) or None) for grade in rows.values())
    return Gradebook(finished, tally, lessons)


def _grade(result: Result, name: str, lateness: LatenessOf | None) -> Grade:
    late = lateness(result.student, result.lesson, result.submitted_at) if lateness and result.submitted_at else None
    late = late or Lateness(0, 0.0)
    score = None if result.standing is Standing.NOT_GRADED else round(result.score, _DECIMALS)
    penalty = round((score or 0.0) * min(1.0, max(0.0, late.penalty)), _DECIMALS)
    report = result.report
    return Grade(
        student=result.student,
        name=name,
        lesson=result.lesson,
        standing=result.standing,
        outcome=str(report.outcome) if report else "",
        score=score,
        max_score=None,
        days_late=late.days,
        late_penalty=penalty,
        final_score=None if score is None else round(score - penalty, _DECIMALS),
        misconceptions=tuple(dict.fromkeys(one.name for one in diagnosed(report))) if report else (),
        devices=", ".join(f"{device} {outcome}" for device, outcome in report.devices.items()) if report else "",
        sandbox=report.sandbox.grade if report else "",
        seed=report.seed if report else None,
        sha256=result.sha256,
        submitted_at=result.submitted_at,
        place=result.place[:_LONGEST_TEXT],
        problem=(result.problem or _problem(report))[:_LONGEST_TEXT],
        seconds=report.seconds if report else 0.0,
    )


def _problem(report: Report | None) -> str:
    if report is None or report.problem is None or report.outcome not in (Outcome.REFUSED, *OUR_FAULTS):
        return ""
    return problem_sentence(report.problem)


def _total(grades: Sequence[Grade]) -> StudentTotal:
    counted = [grade for grade in grades if grade.final_score is not None]
    total = round(sum(grade.final_score or 0.0 for grade in counted), _DECIMALS)
    return StudentTotal(
        grades[0].student, grades[0].name, tuple(grades), total, sum(grade.max_score or 0.0 for grade in counted)
    )


def _lesson_tally(lesson: str, grades: Sequence[Grade]) -> LessonTally:
    graded = [grade for grade in grades if grade.standing is Standing.GRADED]
    standings = [grade.standing for grade in grades]
    scores = [grade.score for grade in graded if grade.score is not None]
    return LessonTally(
        lesson=lesson,
        max_score=grades[0].max_score,
        handed_in=len(grades) - standings.count(Standing.MISSING),
        graded=len(graded),
        passed=sum(grade.is_passed for grade in graded),
        not_started=sum(grade.is_untouched for grade in graded),
        late=sum(grade.days_late > 0 for grade in grades),
        missing=standings.count(Standing.MISSING),
        unreadable=standings.count(Standing.UNREADABLE),
        not_graded=standings.count(Standing.NOT_GRADED),
        median_score=median(scores) if scores else None,
        median_seconds=median(grade.seconds for grade in graded) if graded else None,
    )
