"""The very first frame of the app, written before Textual is loaded, which then draws over it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from tutor.course import Course, Lesson
from tutor.render.ascii import to_ascii_cells
from tutor.render.capabilities import capabilities_of
from tutor.render.text import cut, wrap

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[?25h\x1b[?1049l"
_WIDTH = 78
"""Cells of the paragraph and its margin, as in the lesson."""
_NARROWEST = 20
"""Columns; in fewer there is no room for words."""


@contextlib.contextmanager
def first_frame(course: Course, lesson: Lesson) -> Iterator[None]:
    """Show where the app opens while it loads; should it never take over, the terminal is given back as it was."""
    size = os.get_terminal_size(sys.stdout.fileno())
    text = "\r\n".join(rows(course, lesson, size.columns, size.lines))
    sys.stdout.write(_ENTER + (text if capabilities_of(sys.stdout).unicode else to_ascii_cells(text)))
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        sys.stdout.write(_LEAVE)
        sys.stdout.flush()
        raise


def rows(course: Course, lesson: Lesson, columns: int, lines: int) -> list[str]:
    """The place in the course and the beginning of the lesson, none of it wider or longer than the terminal."""
    if columns < _NARROWEST:
        return []
    heading, paragraph = lesson.opening
    place = f" ◆ tutor  {course.unit_of(lesson).title} › {lesson.number} {lesson.title}"
    top = [_bold(cut(place, columns - 1)), "", f"  {_bold(cut(heading, columns - 4))}", ""]
    return (top + wrap(paragraph, min(columns - 2, _WIDTH), "  "))[: max(1, lines - 1)]


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m"
