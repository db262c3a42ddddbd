"""What a lesson's text must have: true front matter, links that lead somewhere, hints for every item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.course import Course, Lesson

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_WIDTH = 76
HINTS_PER_ITEM = 3


def breaches(course: Course, lesson: Lesson, items: list[str], predictions: list[str]) -> Iterator[str]:
    """Every way in which the lesson's text is not sound."""
    yield from _front_matter(course, lesson)
    yield from _links(course, lesson)
    yield from _hints(lesson, items, predictions)
    yield from _snippets(lesson, predictions)
    if not lesson.you_can_now:
        yield 'it has no "You can now" list'
    for block in lesson.code_blocks:
        for line in block.code.splitlines():
            if len(line) > _WIDTH:
                yield f"a line of code is {len(line)} columns wide; a terminal shows {_WIDTH}: {line.strip()[:40]!r}"


def headings(course: Course) -> tuple[str, ...]:
    """The headings of the study notes the course mirrors, verbatim; empty for a course without notes."""
    path = course.root / "lessons" / "headings.txt"
    return tuple(path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()


def _front_matter(course: Course, lesson: Lesson) -> Iterator[str]:
    known = headings(course)
    for heading in lesson.mirrors:
        if known and heading not in known:
            yield f"it mirrors {heading!r}, which is not a heading of the notes"
    if not lesson.mirrors:
        yield "its front matter mirrors no heading"
    earlier = {other.id for other in course.lessons[: course.lessons.index(lesson)]}
    for need in lesson.needs:
        if need not in earlier:
            yield f"it needs {need!r}, which is not an earlier lesson"
    if not 1 <= lesson.minutes <= 120:
        yield f"minutes is {lesson.minutes!r}"


def _links(course: Course, lesson: Lesson) -> Iterator[str]:
    ids = {other.id for other in course.lessons}
    for target in LINK.findall(lesson.text):
        if target.startswith("https://"):
            continue
        if not target.endswith(".md") or target.removesuffix(".md") not in ids:
            yield f"it links to {target!r}, which is neither https nor a lesson"


def _hints(lesson: Lesson, items: list[str], predictions: list[str]) -> Iterator[str]:
    for item in items:
        count = len(lesson.hints_for(item))
        if count < HINTS_PER_ITEM:
            yield f"{item} has {count} hints; every item has {HINTS_PER_ITEM}"
    for hint in lesson.hints:
        if hint.item and hint.item not in (*items, *predictions):
            yield f"it has hints for {hint.item!r}, which is neither an item nor a prediction"


def _snippets(lesson: Lesson, predictions: list[str]) -> Iterator[str]:
    found = [block.info.split()[1] for block in lesson.code_blocks if block.info.startswith("predict ")]
    for name in predictions:
        if found.count(name) != 1:
            yield f"{name} has {found.count(name)} snippets in the lesson; it needs one"
    for name in found:
        if name not in predictions:
            yield f"the snippet {name} has no prediction in the grader"
