"""`tutor list`: every lesson, in order, and how far the learner is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tutor.commands.session import Session
from tutor.course import Lesson
from tutor.errors import EXIT_PASSED
from tutor.render.capabilities import Capabilities, Role
from tutor.render.text import cell_width, one_line, pad

if TYPE_CHECKING:
    from tutor.progress import LessonProgress

_MARKS: dict[str, tuple[str, Role]] = {"passed": ("✓", "passed"), "tried": ("●", "trouble"), "new": ("○", "quiet")}


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, session: Session) -> int:
    session.console.answer(overview(session))
    return EXIT_PASSED


def overview(session: Session) -> str:
    """The whole course as text."""
    course, place = session.course, session.console.place
    known = session.progress.all()
    slugs = max((len(lesson.slug) for lesson in course.lessons), default=0)
    titles = max((cell_width(lesson.title) for lesson in course.lessons), default=0)
    lines = [place.paint(course.title, "title")]
    for unit in course.units:
        lines += ["", f"{unit.number}  {place.paint(one_line(unit.title), 'title')}"]
        for lesson in unit.lessons:
            lines.append(_line(lesson, known.get(lesson.id), slugs, titles, place))
    passed = sum(lesson.id in known and known[lesson.id].status == "passed" for lesson in course.lessons)
    lines += ["", f"{passed} of {len(course.lessons)} lessons passed."]
    return place.fit("\n".join(lines) + "\n")


def _line(lesson: Lesson, progress: LessonProgress | None, slugs: int, titles: int, place: Capabilities) -> str:
    status = progress.status if progress else "new"
    glyph, role = _MARKS[status]
    word = "" if status == "new" else f"  {status}"
    name = f"{place.paint(glyph, role)} {lesson.number:<5}{lesson.slug:<{slugs}}"
    return f"   {name}  {pad(one_line(lesson.title), titles)}  {lesson.minutes:>3} min{word}"
