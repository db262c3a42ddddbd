"""`tutor history`: every try at a lesson, and what changed in the file from one to the next."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tutor import history
from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED
from tutor.history import Attempt, Change
from tutor.progress import NOT_A_TRY
from tutor.render import wording
from tutor.render.capabilities import Capabilities, Role
from tutor.render.text import escape_controls, one_line

_LONGEST_LINE = 200
_COLOURS: dict[str, Role] = {"+": "passed", "-": "failed", "@": "quiet"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson, by name or number")


def run(options: Namespace, session: Session) -> int:
    lesson, place = session.lesson(options.lesson), session.console.place
    every = history.attempts(session.progress, lesson.id)
    if not every:
        session.console.answer(f"{lesson.title}: no tries yet. `tutor check {lesson.slug}` grades your file.\n")
        return EXIT_PASSED
    tries = sum(attempt.outcome not in NOT_A_TRY for attempt in every)
    lines = [f"{one_line(lesson.title)}: {wording.counted(tries, 'try', 'tries')}."]
    number = 0
    for attempt, change in zip(every, history.changes(every, lesson.stub_source), strict=True):
        counts = attempt.outcome not in NOT_A_TRY
        number += counts
        lines += ["", place.paint(_heading(attempt, number if counts else None), "title")]
        lines += [f"Misconception: {one_line(name)}." for name in attempt.misconceptions]
        lines += _changed(change, "the starting file" if attempt is every[0] else "the check before", place)
    session.console.answer(place.fit("\n".join(lines) + "\n"))
    return EXIT_PASSED


def _heading(attempt: Attempt, number: int | None) -> str:
    name = f"Try {number}" if number else "A check that is no try"
    points = f", {attempt.score:g} of {attempt.max_score:g} points" if attempt.max_score else ""
    return f"{name}, {wording.when(attempt.at)}, {wording.WORDS[attempt.outcome]}{points}."


def _changed(change: Change, since: str, place: Capabilities) -> Iterator[str]:
    if change.lines is None:
        yield f"What changed since {since} is not known: its file was not kept."
    elif not change.lines:
        yield f"Nothing changed since {since}."
    else:
        yield f"Changed since {since}:"
        yield from (f"    {_painted(line, place)}" for line in change.lines)
        if change.left:
            yield f"{wording.counted(change.left, 'more line is', 'more lines are')} not shown."


def _painted(line: str, place: Capabilities) -> str:
    shown = escape_controls(line[:_LONGEST_LINE]) + ("…" if len(line) > _LONGEST_LINE else "")
    role = _COLOURS.get(line[:1])
    return place.paint(shown, role) if role else shown
