"""What one run of `tutor` works with, each part read only when a command asks for it."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.commands.console import Console
from tutor.course import Course, Lesson, read_course
from tutor.language import language_of_command

if TYPE_CHECKING:
    from tutor.progress import Progress
    from tutor.reviews import Reviews, Standing
    from tutor.workspace import Workspace


class Session:
    """The course, the learner's files and the learner's progress."""

    def __init__(self, console: Console) -> None:
        self.console = console

    @cached_property
    def course(self) -> Course:
        folder = os.environ.get("TUTOR_COURSE")
        language = language_of_command(self.progress.recall("language"))
        return read_course(Path(folder) if folder else None, language)

    @cached_property
    def workspace(self) -> Workspace:
        from tutor.workspace import Workspace, default_workspace

        return Workspace(default_workspace(), self.course)

    @cached_property
    def progress(self) -> Progress:
        from tutor.progress import Progress

        progress = Progress()
        self.console.warn(progress.problem)
        return progress

    @cached_property
    def reviews(self) -> Reviews:
        from tutor.reviews import Reviews

        return Reviews(self.progress)

    def due(self) -> list[tuple[Lesson, Standing]]:
        """The lessons to review today, the longest waiting first; those no longer in the course are left out."""
        lessons = {lesson.id: lesson for lesson in self.course.lessons}
        return [(lessons[one.lesson], one) for one in self.reviews.due() if one.lesson in lessons]

    def lesson(self, name: str) -> Lesson:
        """The lesson a command names: `focal_loss`, `focal-loss`, `focal_loss.py`, or its number, `5.6`."""
        by_number = {lesson.number: lesson for lesson in self.course.lessons}
        return by_number.get(name) or self.course.lesson(os.path.basename(name) or name)

    def following(self, lesson: Lesson) -> Lesson | None:
        """The lesson to go on with: the one after it, at the end of the course the first that is open, if any."""
        return self.course.after(lesson) or self.next_lesson(besides=lesson)

    def next_lesson(self, besides: Lesson | None = None) -> Lesson | None:
        """The first lesson that has not been passed; None when all others have."""
        done = {name for name, progress in self.progress.all().items() if progress.status == "passed"}
        return next((one for one in self.course.lessons if one.id not in done and one != besides), None)
