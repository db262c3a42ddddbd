"""One run over a class: what has no grade yet is graded, and every result is in the journal before the next begins."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, cached_property

from tutor.classroom.about import About, graded_lesson
from tutor.classroom.course_hash import lesson_hash
from tutor.classroom.engine import Engine, Job, Lost
from tutor.classroom.hand_in import HandIn, Submissions, UnreadableHandIn
from tutor.classroom.journal import Basis, Journal
from tutor.classroom.result import OUR_FAULTS, Result, Standing
from tutor.client import CheckRequest
from tutor.course import Course
from tutor.report import Report

OnResult = Callable[[Result], None]


class Grading:
    """Grades what the journal does not hold yet."""

    def __init__(self, course: Course, submissions: Submissions, journal: Journal, require_sandbox: str) -> None:
        self.course = course
        self.submissions = submissions
        self.journal = journal
        self.require_sandbox = require_sandbox
        self.kept = 0
        """How many hand-ins had a grade already."""
        self._running: dict[int, Result] = {}
        handed_in = ((one.student, one.lesson) for one in submissions.hand_ins)
        self._class = frozenset((*handed_in, *submissions.missing))
        self.basis = cache(self._basis)

    def run(self, engine: Engine, on_result: OnResult) -> None:
        """Grade everything that has no grade; `on_result` hears of each result once it is safe.

        Raises TutorError when the journal cannot be written.
        """
        for student, lesson in self.submissions.missing:
            self._keep(Result(student, lesson, Standing.MISSING, problem="Nothing was handed in."), on_result)
        for number, answer in engine.grade(self._jobs(on_result)):
            self._keep(result_of(self._running.pop(number), answer), on_result)

    def _jobs(self, on_result: OnResult) -> Iterator[Job]:
        for number, hand_in in enumerate(self.submissions.hand_ins):
            try:
                source = hand_in.read()
            except UnreadableHandIn as error:
                self._keep(_found(hand_in, problem=str(error)), on_result)
                continue
            known = _found(hand_in, hashlib.sha256(source).hexdigest())
            if self.journal.has(known.student, known.lesson, known.sha256, self.basis(known.lesson)):
                self.kept += 1
                graded = self.journal.result((known.student, known.lesson))
                self._keep(replace(graded, place=known.place, submitted_at=known.submitted_at), on_result)
                continue
            self.journal.sources.put(known.sha256, source)
            self._running[number] = known
            yield Job(number, self._request(hand_in.lesson, source))

    def results(self) -> Iterator[Result]:
        """Every result of the class as it is now, in the order of names, without those of students who left."""
        return (self.journal.result(key) for key in self.journal.keys if key in self._class)

    def results_of(self, student: str) -> Sequence[Result]:
        """One student's results, read again."""
        return [self.journal.result((student, lesson)) for lesson in self._class_lessons[student]]

    def about(self) -> About:
        """What was graded, when and with what; call it when everything is graded."""
        ids = {lesson for _, lesson in self._class}
        first = next((result.report for result in self.results() if result.report), None)
        return About(
            self.course.title,
            tuple(graded_lesson(lesson) for lesson in self.course.lessons if lesson.id in ids),
            self.journal.header.seed,
            self.journal.header.device,
            self.journal.header.started_at,
            datetime.now(UTC).isoformat(timespec="seconds"),
            dict(first.versions) if first else {},
            max((result.report.sandbox.grade for result in self.results() if result.report), default=""),
            self.submissions.strays,
        )

    @cached_property
    def _class_lessons(self) -> dict[str, list[str]]:
        lessons: dict[str, list[str]] = {}
        for student, lesson in sorted(self._class):
            lessons.setdefault(student, []).append(lesson)
        return lessons

    def _request(self, lesson: str, source: bytes) -> CheckRequest:
        header = self.journal.header
        # The file's name says nothing about the student: it stands in every report.
        name = f"{lesson}.py"
        return CheckRequest(lesson, source, name, header.seed, header.device, self.require_sandbox)

    def _keep(self, result: Result, on_result: OnResult) -> None:
        basis = self.basis(result.lesson)
        if not self.journal.holds(result, basis):
            self.journal.add(result, basis)
        on_result(result)

    def _basis(self, lesson: str) -> Basis:
        versions = ", ".join(f"{name} {_version(name)}" for name in ("torch", "numpy"))
        environment = f"{versions}, sandbox {self.require_sandbox} or better"
        return Basis(lesson_hash(self.course, self.course.lesson(lesson)), environment)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def result_of(known: Result, answer: Report | Lost) -> Result:
    """What became of a hand-in that was read: what is said about the student, and what only about us."""
    if isinstance(answer, Lost):
        problem = f"{answer.message} {answer.advice}".strip()
        return replace(known, standing=Standing.NOT_GRADED, problem=problem, report=None)
    if answer.outcome in OUR_FAULTS:
        why = answer.problem
        problem = f"{why.message} {why.advice}".strip() if why else "Nothing of it could be run here."
        return replace(known, standing=Standing.NOT_GRADED, problem=problem, report=answer)
    return replace(known, standing=Standing.GRADED, problem="", report=answer)


def _found(hand_in: HandIn, sha256: str = "", problem: str = "") -> Result:
    """What is known of a hand-in before it is graded."""
    when = hand_in.submitted_at.isoformat(timespec="seconds") if hand_in.submitted_at else ""
    return Result(hand_in.student, hand_in.lesson, Standing.UNREADABLE, hand_in.place, sha256, when, problem)
