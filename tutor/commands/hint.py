"""`tutor hint`: one hint at a time, from where to look to nearly the code."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor import hints
from tutor.commands.session import Session
from tutor.course import Hint, Lesson
from tutor.errors import EXIT_PASSED, UsageError
from tutor.render.capabilities import Capabilities
from tutor.render.text import one_line, wrap


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson, by name or number")
    parser.add_argument("item", metavar="ITEM", nargs="?", help="only hints for this function, class or prediction")
    parser.add_argument("--all", action="store_true", help="show every hint at once")


def run(options: Namespace, session: Session) -> int:
    lesson, progress = session.lesson(options.lesson), session.progress
    wanted = _wanted(lesson, options.item)
    if not wanted:
        session.console.answer("This lesson has no hints.\n")
        return EXIT_PASSED
    if options.all:
        texts = [_text(every, n, session.console.place) for every in wanted for n in range(1, len(every) + 1)]
        for every in wanted:
            while hints.shown(progress, lesson, every) < len(every):
                hints.show(progress, lesson, every)
    else:
        current = next((every for every in wanted if hints.shown(progress, lesson, every) < len(every)), wanted[-1])
        texts = [_text(current, hints.show(progress, lesson, current), session.console.place)]
    session.console.answer("\n\n".join(texts) + "\n")
    if all(hints.shown(progress, lesson, every) == len(every) for every in wanted):
        session.console.say(f"That was the last hint. `tutor solution {lesson.slug}` shows a solution.")
    return EXIT_PASSED


def _wanted(lesson: Lesson, item: str | None) -> list[tuple[Hint, ...]]:
    """The hints asked for, a sequence for each item."""
    items = list(dict.fromkeys(hint.item for hint in lesson.hints if hint.item))
    if item is None or not items:
        return hints.sequences(lesson)
    if item not in items:
        raise UsageError(f'No hint is about "{item}".', f"There are hints for: {', '.join(items)}.")
    return [lesson.hints_for(item)]


def _text(every: tuple[Hint, ...], number: int, place: Capabilities) -> str:
    item = next((hint.item for hint in every if hint.item), "")
    heading = f"Hint {number} of {len(every)}{f' · {item}' if item else ''}"
    lines = wrap(one_line(every[number - 1].text, 2000), min(place.width, 80), "  ")
    return place.fit("\n".join([place.paint(heading, "title"), *lines]))
