"""The `tutor` command: finds out what is asked, runs that one command, and turns every ending into an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from tutor import __version__
from tutor.commands.console import Console
from tutor.commands.session import Session
from tutor.errors import EXIT_BROKEN, EXIT_PASSED, TutorError, UnknownLesson, UsageError
from tutor.service.wanted import do_without

if TYPE_CHECKING:
    from tutor.course import Lesson

INTERRUPTED = 130
"""What a shell expects of a command that Ctrl+C has ended."""


@dataclass(frozen=True)
class Command:
    """How one command is found, called and explained."""

    usage: str
    sentence: str
    example: str
    module: str


COMMANDS = {
    "list": Command("", "Show all lessons and how far you are.", "tutor list", "tutor.commands.list"),
    "show": Command(
        "LESSON",
        "Read a lesson; with --run, what its examples print here.",
        "tutor show focal-loss",
        "tutor.commands.show",
    ),
    "check": Command("LESSON", "Grade your file for a lesson.", "tutor check focal-loss", "tutor.commands.check"),
    "hint": Command("LESSON", "Show the next hint.", "tutor hint focal-loss", "tutor.commands.hint"),
    "watch": Command("[LESSON]", "Grade again at every save, in plain text.", "tutor watch", "tutor.commands.watch"),
    "reset": Command("LESSON", "Bring the starting file back.", "tutor reset focal-loss", "tutor.commands.reset"),
    "solution": Command("LESSON", "Show a solution.", "tutor solution focal-loss", "tutor.commands.solution"),
    "review": Command("[LESSON]", "Do a passed lesson again, when it is due.", "tutor review", "tutor.commands.review"),
    "history": Command(
        "LESSON", "See what changed between tries.", "tutor history focal-loss", "tutor.commands.history"
    ),
    "status": Command("", "Show what is done and what comes next.", "tutor status", "tutor.commands.status"),
    "service": Command(
        "[status|stop]",
        "See or end the worker that keeps PyTorch warm.",
        "tutor service status",
        "tutor.commands.service",
    ),
    "serve": Command(
        "", "Open the course in a browser, for you or a trusted room.", "tutor serve", "tutor.commands.serve"
    ),
    "keygen": Command("FILE", "Make a key to sign results with.", "tutor keygen key.pem", "tutor.commands.keygen"),
    "sign": Command(
        "FILE|FOLDER", "Sign a result, or a folder of them.", "tutor sign grades --key key.pem", "tutor.commands.sign"
    ),
    "verify": Command(
        "FILE|FOLDER",
        "Find out whether results are as they were signed.",
        "tutor verify grades --key key.pem.pub",
        "tutor.commands.verify",
    ),
    "grade": Command(
        "SUBMISSIONS",
        "Grade the hand-ins of a class.",
        "tutor grade hand-ins/ --roster class.csv",
        "tutor.commands.grade",
    ),
    "doctor": Command("", "Find out what works on this machine.", "tutor doctor", "tutor.doctor"),
    "new": Command("NAME", "Make the files of a new lesson.", "tutor new dropout --unit losses", "tutor.scaffold"),
    "package": Command(
        "HOST [LESSON]",
        "Make the bundle that a host grades with.",
        "tutor package gradescope focal-loss --output focal-loss.zip",
        "tutor.commands.package",
    ),
    "audit": Command("[LESSON]", "Prove that the graders are right.", "tutor audit focal-loss", "tutor.commands.audit"),
}
_FOR_TEACHERS = ("grade", "serve", "package", "keygen", "sign", "verify")
_FOR_AUTHORS = ("new", "audit")
_THAT_RUN_CODE = ("check", "watch", "review", "show")
NO_SERVICE = "--no-service"


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; no traceback ever reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    console = Console()
    try:
        return _run(sys.argv[1:] if argv is None else argv, console)
    except TutorError as error:
        console.complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        console.passing("")
        return INTERRUPTED
    except BrokenPipeError:
        console.let_go()
        return EXIT_PASSED
    except Exception as error:
        if os.environ.get("TUTOR_DEBUG"):
            raise
        console.complain(_our_fault(error))
        return EXIT_BROKEN


def _run(argv: list[str], console: Console) -> int:
    session = Session(console)
    if argv[:1] == [NO_SERVICE]:
        argv = argv[1:]
        do_without()
    if not argv:
        return _open_app(session, None)
    name, rest = argv[0], argv[1:]
    if name in ("-h", "--help", "help") and not rest:
        console.answer(_help())
        return EXIT_PASSED
    if name == "help":
        name, rest = rest[0], ["--help"]
    if name in ("-V", "--version"):
        console.answer(f"tutor {__version__}\n")
        return EXIT_PASSED
    if name not in COMMANDS:
        return _open_app(session, _lesson_instead(name, session)) if not rest else _unknown(name)
    command = COMMANDS[name]
    module = importlib.import_module(command.module)
    parser = _Parser(
        prog=f"tutor {name}",
        description=command.sentence,
        epilog=f"Example:\n  {command.example}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.arguments(parser)
    if name in _THAT_RUN_CODE:
        parser.add_argument(NO_SERVICE, action="store_true", help="leave no warm worker behind")
    options = parser.parse_args(rest)
    if getattr(options, "no_service", False):
        do_without()
    code: int = module.run(options, session)
    return code


class _Parser(ArgumentParser):
    """Complains in our words, and leaves it to `main` to end the program."""

    def error(self, message: str) -> NoReturn:
        import difflib

        wrong = message.removeprefix("unrecognized arguments: ").split()[0] if "unrecognized" in message else ""
        near = difflib.get_close_matches(wrong.split("=")[0], self._option_string_actions, 1) if wrong else []
        guess = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.{guess}", f"`{self.prog} --help` explains the command.")


def _lesson_instead(name: str, session: Session) -> Lesson:
    """`tutor focal-loss` opens that lesson; anything else that is no command is a mistake."""
    try:
        return session.lesson(name)
    except UnknownLesson as error:
        if error.nearest and _nearest(name, [*COMMANDS, *error.nearest]) in error.nearest:
            raise
        _unknown(name)


def _nearest(name: str, known: list[str]) -> str | None:
    """What may have been meant: a typo of it, or its beginning."""
    import difflib

    begun = [word for word in known if name and word.startswith(name)]
    return next(iter(begun or difflib.get_close_matches(name, known, 1, 0.5)), None)


def _unknown(name: str) -> NoReturn:
    near = _nearest(name, list(COMMANDS))
    guess = f" Did you mean `tutor {near}`?" if near else ""
    raise UsageError(f'There is no command called "{name}".{guess}', "`tutor --help` shows them all.")


def _open_app(session: Session, lesson: Lesson | None) -> int:
    """The app, where there is a terminal for it; else the course and what to run."""
    if session.console.is_interactive:
        from tutor.first_frame import first_frame
        from tutor.progress import lesson_to_open

        lesson = lesson_to_open(session.course, session.progress, lesson.id if lesson else None)
        with first_frame(session.course, lesson):
            from tutor.tui.app import run

            return run(session.course, session.workspace, session.progress, lesson.id)
    if lesson is not None:
        advice = f"`tutor show {lesson.slug}` prints the lesson. Run `tutor watch {lesson.slug}` for plain text."
        raise UsageError("The app needs a terminal.", advice)
    from tutor.commands.list import overview

    session.console.answer(
        f"{overview(session)}\n"
        "Read a lesson:    tutor show LESSON\n"
        "Grade your file:  tutor check LESSON\n"
        "At every save:    tutor watch LESSON\n"
        "In a terminal, `tutor` alone opens the course.\n"
    )
    return EXIT_PASSED


def _help() -> str:
    def table(names: list[str]) -> str:
        width = max(len(f"{n} {c.usage}") for n, c in COMMANDS.items())
        return "\n".join(f"  {f'{n} {COMMANDS[n].usage}':<{width}}   {COMMANDS[n].sentence}" for n in names)

    return (
        "Learn PyTorch by doing it.\n\n"
        "  tutor            Open the course in this terminal.\n"
        "  tutor LESSON     Open it at a lesson.\n\n"
        f"{table([name for name in COMMANDS if name not in (*_FOR_TEACHERS, *_FOR_AUTHORS)])}\n\n"
        f"For teachers:\n{table(list(_FOR_TEACHERS))}\n\n"
        f"For authors:\n{table(list(_FOR_AUTHORS))}\n\n"
        "`tutor COMMAND --help` explains one command. A LESSON is a name or a number: focal-loss, 5.6.\n"
        "Your files are in $TUTOR_WORKSPACE (~/torch-course), your progress in $TUTOR_STATE_DIR\n"
        "(~/.local/state/tutor). NO_COLOR=1 turns colours off, TUTOR_ASCII=1 uses plain characters.\n"
    )


def _our_fault(error: Exception) -> TutorError:
    """Keep the traceback where it can be sent from, and say so."""
    import traceback

    from tutor.progress import default_path

    what = f"The tutor itself failed ({type(error).__name__}: {error}). This is our fault; your work is safe."
    progress = default_path()
    try:
        if progress is not None:
            progress.parent.mkdir(parents=True, exist_ok=True)
            kept = progress.with_name("last-failure.txt")
            kept.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")
            return TutorError(what, f"Please send us {kept}.")
    except OSError:
        pass
    return TutorError(what, "Set TUTOR_DEBUG=1 to see where.")
