"""`tutor reset`: the starting file again; what was there is kept."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session
from tutor.errors import EXIT_FAILED, EXIT_PASSED, UsageError


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson, by name or number")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson)
    workspace = session.workspace
    path = workspace.path(lesson)
    if not workspace.is_untouched(lesson) and not options.yes:
        agreed = session.console.confirm(f"Start {path} again? Your version is kept in {workspace.root / '.backups'}.")
        if agreed is None:
            raise UsageError(
                f"{path} has your work in it.", f"`tutor reset {lesson.slug} --yes` starts again all the same."
            )
        if not agreed:
            return EXIT_FAILED
    backup = workspace.reset(lesson)
    kept = f"Your version is kept as {backup}.\n" if backup else ""
    session.console.answer(f"{path} is the starting file again.\n{kept}")
    return EXIT_PASSED
