"""`tutor status`: how far the learner is, what one can do now, what comes next, and where everything is kept."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session
from tutor.course import Unit
from tutor.errors import EXIT_PASSED
from tutor.render import wording
from tutor.render.capabilities import Capabilities
from tutor.render.text import cell_width, one_line, pad, wrap

_BAR = 20


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, session: Session) -> int:
    course, place = session.course, session.console.place
    passed = {name for name, progress in session.progress.all().items() if progress.status == "passed"}
    rows = [
        (f"{unit.number}  {one_line(unit.title)}", [lesson.id in passed for lesson in unit.lessons])
        for unit in course.units
    ]
    rows.append(("All", [lesson.id in passed for lesson in course.lessons]))
    width = max(cell_width(name) for name, _ in rows)
    lines = [f"{pad(name, width)}  {_bar(sum(done), len(done))}  {sum(done)}/{len(done)}" for name, done in rows]
    for unit in course.units:
        if passed.issuperset(lesson.id for lesson in unit.lessons):
            lines += ["", *_skills(unit, place)]
    following = session.next_lesson()
    if following is None:
        lines += ["", "You have passed every lesson."]
    else:
        title = wording.as_sentence(one_line(following.title))
        lines += ["", f"Next: {following.number} {title} `tutor show {following.slug}`"]
    if due := len(session.due()):
        lines.append(f"{wording.due(due)}: `tutor review`")
    lines += [f"Your files: {session.workspace.root}", f"Progress: {session.progress.path or 'in memory only'}"]
    session.console.answer(place.fit("\n".join(lines) + "\n"))
    return EXIT_PASSED


def _skills(unit: Unit, place: Capabilities) -> list[str]:
    """What passing the whole unit means one is able to do."""
    skills = [skill for lesson in unit.lessons for skill in lesson.you_can_now]
    heading = f"With unit {unit.number}, {one_line(unit.title)}, you can now:"
    shown = [line for skill in skills for line in wrap(one_line(skill), min(place.width, 80), "  · ", "    ")]
    return [heading, *shown] if skills else []


def _bar(done: int, total: int) -> str:
    filled = _BAR * done // total if total else 0
    return "━" * filled + "─" * (_BAR - filled)
