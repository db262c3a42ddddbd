"""What was graded, when and with what: the head of everything a teacher gets."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from tutor.classroom.hand_in import StrayFile
from tutor.course import Lesson


@dataclass(frozen=True)
class GradedLesson:
    """A lesson as a class report names it."""

    id: str
    number: str
    """Its place in the course: "5.6"."""
    title: str
    stub_sha256: str = ""
    """Of the file that learners start from, so that it is not taken for a hand-in that two students share."""


@dataclass(frozen=True)
class About:
    """One grading of a class."""

    course: str
    """The course's title."""
    lessons: tuple[GradedLesson, ...]
    """In the order of the course."""
    seed: int | None
    """What the inputs were drawn with; None where every hand-in had its own."""
    device: str
    """What was asked for: "auto", "cpu", "cuda" or "all"."""
    started_at: str
    """ISO 8601 with its time zone."""
    finished_at: str
    """ISO 8601 with its time zone."""
    versions: dict[str, str] = field(default_factory=dict)
    """By name: "tutor", "torch", "python"."""
    sandbox: str = ""
    """The grade of the weakest sandbox that hand-ins ran in, A to E."""
    strays: tuple[StrayFile, ...] = ()

    def title(self, lesson: str) -> str:
        """The lesson's title, or its id where the course has none of that name."""
        return next((one.title for one in self.lessons if one.id == lesson), lesson)


def graded_lesson(lesson: Lesson) -> GradedLesson:
    """What a class report needs of a course's lesson; reads its stub."""
    return GradedLesson(lesson.id, lesson.number, lesson.title, hashlib.sha256(lesson.stub.read_bytes()).hexdigest())
