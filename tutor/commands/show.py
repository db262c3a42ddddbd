"""`tutor show`: a lesson's text, as markdown for a pipe and lightly styled for a terminal; --run runs its examples."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session
from tutor.course import Lesson
from tutor.errors import EXIT_PASSED
from tutor.render.capabilities import is_terminal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson to read, by name or number")
    parser.add_argument("--run", action="store_true", help="run its examples in the sandbox and show what they print")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson)
    text = _just_run(lesson, session) if options.run else lesson.body
    if is_terminal(sys.stdout):
        from tutor.render.markdown import render

        session.console.answer(render(text, session.console.place))
        session.console.say(
            f"Write your code in {session.workspace.ensure(lesson)}, then run: tutor check {lesson.slug}"
        )
    else:
        session.console.answer(text)
    return EXIT_PASSED


def _just_run(lesson: Lesson, session: Session) -> str:
    """The text with real outputs; the learner's file only says which predictions are answered."""
    from tutor.commands import check
    from tutor.commands.just_run import with_real_outputs

    path = session.workspace.path(lesson)
    hand_in = session.workspace.read(lesson).decode("utf-8", "replace") if path.exists() else ""
    session.console.say("Running the examples of the lesson…")
    with check.make_client(session.course.root) as client:
        return with_real_outputs(lesson, client, hand_in)
