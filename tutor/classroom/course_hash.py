"""What a grade was given by, as one number: it changes when the course or the tutor does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tutor import __version__
from tutor.classroom.canonical_json import canonical_json
from tutor.course import Course, Lesson
from tutor.errors import CourseError

RECORD = "audit.md"
"""In a grader's folder, what the audit found; decides nothing."""


def course_hash(course: Course) -> str:
    """SHA-256 over the hashes of all lessons, in hex; raises CourseError."""
    return _sha256({lesson.id: lesson_hash(course, lesson) for lesson in course.lessons})


def lesson_hash(course: Course, lesson: Lesson) -> str:
    """SHA-256 over the tutor's version and the names and bytes of all that decides a lesson's grades, in hex.

    That is graders/<lesson>/, exercises/<lesson>.py, and the English lesson, whose snippets are what predictions are
    compared with. The files are read and never run. Raises CourseError.
    """
    files = {path.relative_to(course.root).as_posix(): _of_file(path) for path in _files(course.root, lesson.id)}
    return _sha256({"tutor": __version__, "files": files})


def _files(root: Path, lesson: str) -> Iterator[Path]:
    yield root / "lessons" / "en" / f"{lesson}.md"
    yield root / "exercises" / f"{lesson}.py"
    folder = root / "graders" / lesson
    if not (folder / "grader.py").is_file():
        raise CourseError(f"{folder / 'grader.py'} is missing.", "Restore it; without it nothing is graded.")
    for path in folder.rglob("*"):
        if path.is_file() and path.name != RECORD and "__pycache__" not in path.relative_to(folder).parts:
            yield path


def _of_file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.", "Restore it, or reinstall the tutor.") from error


def _sha256(value: object) -> str:
    return hashlib.sha256(canonical_json(value)).hexdigest()
