"""The very first frame of the app, written before Textual is loaded, which then draws over it."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from collections.abc import Iterator

from tutor.course import Course, Lesson
from tutor.render.ascii import wants_ascii

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[?25h\x1b[?1049l"
_WIDTH = 76
"""Cells of the paragraph, as in the lesson."""
_NARROWEST = 20
"""Columns; in fewer there is no room for words."""


@contextlib.contextmanager
def first_frame(course: Course, lesson: Lesson) -> Iterator[None]:
    """Show where the app opens while it loads; should it never take over, the terminal is given back as it was."""
    size = os.get_terminal_size(sys.stdout.fileno())
    sys.stdout.write(_ENTER + "\r\n".join(rows(course, lesson, size.columns, size.lines)))
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
    mark = "*" if wants_ascii() else "◆"
    heading, paragraph = lesson.opening
    place = f" {mark} tutor  {course.unit_of(lesson).title} › {lesson.number} {lesson.title}"
    top = [_bold(cut(place, columns - 1)), "", f"  {_bold(cut(heading, columns - 4))}", ""]
    return (top + [f"  {line}" for line in wrapped(paragraph, min(columns - 4, _WIDTH))])[: max(1, lines - 1)]


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells; broken at spaces, and between characters where there is none."""
    lines = [""]
    for word in text.split():
        if lines[-1] and cells(f"{lines[-1]} {word}") > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
        while cells(lines[-1]) > width > 1:
            head = cut(lines[-1], width)
            lines[-1:] = [head, lines[-1][len(head) :]]
    return lines


def cut(text: str, width: int) -> str:
    """As much of the text as so many cells hold."""
    while text and cells(text) > max(0, width):
        text = text[: -max(1, (cells(text) - max(0, width)) // 2)]
    return text


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
