"""What the audit of a lesson found, kept beside its grader, with the fingerprint of what was audited."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

from tutor.audit.answers import LessonAudit
from tutor.audit.mutation_score import MutationScore
from tutor.audit.page import TABLE, row, section
from tutor.classroom.course_hash import RECORD, lesson_hash
from tutor.course import Course, Lesson
from tutor.errors import CourseError, TutorError

_FINGERPRINT = re.compile(r"^Sound at `([0-9a-f]{64})`\.$", re.MULTILINE)


def record_path(course: Course, lesson: Lesson) -> Path:
    return course.root / "graders" / lesson.id / RECORD


def fingerprint(course: Course, lesson: Lesson) -> str:
    """SHA-256 over what an audit of the lesson depends on: its three places, the tutor's version and PyTorch's."""
    torch = ".".join(version("torch").split(".")[:2])
    return hashlib.sha256(f"{lesson_hash(course, lesson)} torch {torch}".encode()).hexdigest()


def recorded_fingerprint(course: Course, lesson: Lesson) -> str:
    """What was audited when the record was written; "" without a record."""
    found = _FINGERPRINT.search(_text(course, lesson))
    return found[1] if found else ""


def is_current(course: Course, lesson: Lesson) -> bool:
    """Whether the lesson is, byte for byte, the one that its record calls sound."""
    return recorded_fingerprint(course, lesson) == fingerprint(course, lesson)


def record(course: Course, audit: LessonAudit, score: MutationScore) -> str:
    """The text of the record of a sound lesson."""
    slug = audit.lesson.slug
    head = (
        f"# {slug}\n\nWritten by `tutor audit --mutants --record {slug}`; not by hand. What it says is explained in"
        f" [docs/graders.md](../../docs/graders.md).\n\nSound at `{fingerprint(course, audit.lesson)}`."
    )
    return f"{head}\n\n{TABLE}\n{row(audit, score)}\n\n{section(audit, score)}\n"


def write_record(course: Course, audit: LessonAudit, score: MutationScore) -> Path:
    """Keep what was found; raises TutorError."""
    path = record_path(course, audit.lesson)
    try:
        path.write_text(record(course, audit, score), encoding="utf-8")
    except OSError as error:
        raise TutorError(f"{path} cannot be written: {error.strerror}.") from error
    return path


def recorded_row(course: Course, lesson: Lesson) -> str:
    """The lesson's line of the table; raises CourseError where there is no record."""
    lines = [line for line in _text(course, lesson).splitlines() if line.startswith(f"| {lesson.slug} |")]
    if not lines:
        message = f"{record_path(course, lesson)} is missing."
        raise CourseError(message, f"`tutor audit --mutants --record {lesson.slug}` writes it.")
    return lines[0]


def _text(course: Course, lesson: Lesson) -> str:
    try:
        return record_path(course, lesson).read_text(encoding="utf-8")
    except OSError:
        return ""
