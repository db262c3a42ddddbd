"""`tutor show`: a lesson's text, as markdown for a pipe and lightly styled for a terminal."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED
from tutor.render.capabilities import is_terminal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson to read, by name or number")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson)
    if is_terminal(sys.stdout):
        from tutor.render.markdown import render

        session.console.answer(render(lesson.body, session.console.place))
        session.console.say(
            f"Write your code in {session.workspace.ensure(lesson)}, then run: tutor check {lesson.slug}"
        )
    else:
        session.console.answer(lesson.body)
    return EXIT_PASSED
