"""`tutor audit`: hands over to `tutor.audit`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="only these lessons; all of them if none is named")


def run(options: Namespace, session: Session) -> int:
    from tutor import audit

    return audit.run(session.course, [session.lesson(name).id for name in options.lessons])
