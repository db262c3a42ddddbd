"""`tutor hint`: one hint at a time, from where to look to nearly the code."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from tutor.commands.session import Session
from tutor.course import Hint, Lesson
from tutor.errors import EXIT_PASSED, UsageError
from tutor.render.text import wrap


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson, by name or number")
    parser.add_argument("item", metavar="ITEM", nargs="?", help="only hints for this function or class")
    parser.add_argument("--all", action="store_true", help="show every hint at once")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson)
    numbers = _numbers(lesson, options.item)
    if not numbers:
        session.console.answer("This lesson has no hints.\n")
        return EXIT_PASSED
    if options.all:
        shown = numbers
        _count_up_to(len(lesson.hints), session, lesson)
    elif options.item:
        shown = [_next_for_item(session, lesson, numbers)]
    else:
        following = min(session.progress.lesson(lesson.id).hints_shown + 1, len(numbers))
        shown = [_count_up_to(following, session, lesson) - 1]
    session.console.answer(_text(lesson, shown, session))
    if shown[-1] == numbers[-1]:
        session.console.say(f"That was the last hint. `tutor solution {lesson.slug}` shows a solution.")
    return EXIT_PASSED


def _numbers(lesson: Lesson, item: str | None) -> list[int]:
    """Which hints are asked for, as places in `lesson.hints`."""
    items = list(dict.fromkeys(hint.item for hint in lesson.hints if hint.item))
    if item is not None and item not in items and items:
        raise UsageError(f'No hint is about "{item}".', f"There are hints for: {', '.join(items)}.")
    return [n for n, hint in enumerate(lesson.hints) if item is None or hint.item in ("", item)]


def _count_up_to(number: int, session: Session, lesson: Lesson) -> int:
    """Have that many hints counted as shown, and return how many are now shown of those there are."""
    count = session.progress.lesson(lesson.id).hints_shown
    while count < number:
        count = session.progress.show_hint(lesson.id)
    return min(count, len(lesson.hints))


def _next_for_item(session: Session, lesson: Lesson, numbers: list[int]) -> int:
    """The first of them that neither this command nor the sequence of all hints has shown; else the last."""
    key = f"hints/{lesson.id}"
    seen = {*session.progress.recall(key, []), *range(session.progress.lesson(lesson.id).hints_shown)}
    number = next((n for n in numbers if n not in seen), numbers[-1])
    session.progress.remember(key, sorted(seen | {number}))
    return number


def _text(lesson: Lesson, numbers: Iterable[int], session: Session) -> str:
    place = session.console.place
    parts = []
    for number in numbers:
        hint: Hint = lesson.hints[number]
        about = f" · {hint.item}" if hint.item else ""
        heading = place.paint(f"Hint {number + 1} of {len(lesson.hints)}{about}", "title")
        parts.append("\n".join([heading, *wrap(hint.text, min(place.width, 80), "  ")]))
    return place.fit("\n\n".join(parts) + "\n")
