"""`tutor audit`: hands over to `tutor.audit`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor.commands.check import stopping_cleanly
from tutor.commands.session import Session


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="only these lessons (default: all)")
    parser.add_argument("--jobs", type=int, metavar="N", help="how many lessons at a time")


def run(options: Namespace, session: Session) -> int:
    from tutor.audit.run import run as audit

    lessons = [session.lesson(name).id for name in options.lessons]
    with stopping_cleanly():
        return audit(session.course, lessons, options.jobs)
