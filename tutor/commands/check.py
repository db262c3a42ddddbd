"""`tutor check`: grade one file, or all that have been worked on, and say what came of it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from tutor.client import CheckRequest, Client
from tutor.commands.session import Session
from tutor.conversation import CheckProgress
from tutor.course import Lesson
from tutor.errors import EXIT_BROKEN, EXIT_FAILED, EXIT_MISUSE, EXIT_PASSED, UsageError
from tutor.render import wording
from tutor.render.text import one_line, pad
from tutor.report import Outcome, Report
from tutor.workspace import LARGEST_HAND_IN, read_hand_in

FORMATS = ("terminal", "plain", "json", "junit")
LARGEST_SEED = 2**63 - 1


def make_client(course_root: Path) -> Client:
    """The worker's client; tests put another one here."""
    return Client(course_root)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", nargs="?", help="the lesson, by name or number")
    parser.add_argument("--file", metavar="F", help="grade this file instead of your own; - reads stdin")
    parser.add_argument("--all", action="store_true", help="grade every lesson you have changed")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "all"), default="auto", help="where to run it")
    parser.add_argument("--format", choices=FORMATS, help="how to print the result (default: terminal)")
    parser.add_argument("--traceback", action="store_true", help="after an error, show every line that led to it")
    parser.add_argument("--seed", type=seed, metavar="N", help="draw other inputs: a number, or `random`")
    parser.add_argument(
        "--require-sandbox",
        metavar="GRADE",
        type=str.upper,
        choices=tuple("ABCDE"),
        help="grade only if the sandbox reaches this, A to E",
    )


def run(options: Namespace, session: Session) -> int:
    if options.format is None:
        options.format = "plain" if os.environ.get("TERM") == "dumb" else "terminal"
    if isinstance(options.seed, str):
        options.seed = int.from_bytes(os.urandom(4), "big")
        session.console.say(f"Inputs drawn with seed {options.seed}; --seed {options.seed} draws them again.")
    if options.all:
        return _check_all(options, session)
    lesson, source, name, is_own = _hand_in(options, session)
    with stopping_cleanly(), make_client(session.course.root) as client:
        report = _ask(client, _request(options, lesson, source, name), session)
    if is_own:
        session.progress.record(report, source)
    session.console.answer(_rendered(report, lesson, options, session, is_own))
    if is_own:
        session.console.warn(session.progress.problem)
    return exit_code(report, options.require_sandbox)


def exit_code(report: Report, required: str | None = None) -> int:
    """0 passed, 1 the hand-in did not pass, 3 it could not be judged here."""
    if report.passed:
        return EXIT_PASSED
    too_weak = report.outcome is Outcome.REFUSED and required is not None and report.sandbox.grade > required
    ours = report.outcome in (Outcome.GRADER_ERROR, Outcome.NOT_RUN)
    return EXIT_BROKEN if ours or too_weak else EXIT_FAILED


@contextlib.contextmanager
def stopping_cleanly() -> Iterator[None]:
    """Let `kill` and a closed terminal end the worker too, as Ctrl+C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def seed(text: str) -> int | str:
    if text == "random":
        return text
    if text.isdecimal() and int(text) <= LARGEST_SEED:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is neither a whole number from 0 up nor `random`")


def _hand_in(options: Namespace, session: Session) -> tuple[Lesson, bytes, str, bool]:
    """The lesson, its source, the file's name, and whether it is the learner's own file in the workspace."""
    if options.lesson is None and options.file in (None, "-"):
        raise UsageError("Which lesson?", "`tutor check LESSON`, or `tutor check --all`; `tutor list` shows them.")
    lesson = session.lesson(options.lesson or options.file)
    own = session.workspace.path(lesson)
    if options.file == "-":
        return lesson, _read_stdin(session), "stdin", False
    if options.file is not None:
        path = Path(options.file)
        return lesson, read_hand_in(path), path.name, os.path.realpath(path) == os.path.realpath(own)
    if options.lesson.endswith(".py") and os.path.exists(options.lesson) and not os.path.samefile(options.lesson, own):
        session.console.say(f"Checking {own}. For the other file: tutor check {lesson.slug} --file {options.lesson}")
    return lesson, session.workspace.read(lesson), own.name, True


def _read_stdin(session: Session) -> bytes:
    if sys.stdin is None:
        raise UsageError("There is nothing on stdin.", "Pipe the file in, or name it with --file.")
    if sys.stdin.isatty():
        session.console.say("Reading the code from here; end it with Ctrl+D.")
    source = sys.stdin.buffer.read(LARGEST_HAND_IN + 1)
    if len(source) > LARGEST_HAND_IN:
        raise UsageError(
            "What comes on stdin is larger than 1 MiB.", "A hand-in is one Python file of a few kilobytes."
        )
    return source


def _request(options: Namespace, lesson: Lesson, source: bytes, name: str) -> CheckRequest:
    return CheckRequest(lesson.id, source, name, options.seed, options.device, options.require_sandbox)


def _ask(client: Client, request: CheckRequest, session: Session) -> Report:
    try:
        return client.check(request, progress_line(session))
    finally:
        session.console.passing("")


def progress_line(session: Session) -> Callable[[CheckProgress], None]:
    """Shows where a check is, on one line that is overwritten."""

    def show(progress: CheckProgress) -> None:
        if progress.phase == "starting":
            session.console.passing("Starting PyTorch…")
        else:
            session.console.passing(
                f"Checking {min(progress.done + 1, progress.total)} of {progress.total}: {progress.claim}"
            )

    return show


def _rendered(report: Report, lesson: Lesson, options: Namespace, session: Session, is_own: bool) -> str:
    if options.format == "json":
        from tutor.render import json_report

        return json_report.render(report)
    if options.format == "junit":
        from tutor.render import junit

        return junit.render([report])
    from tutor.render import plain, terminal

    render = plain.render if options.format == "plain" else terminal.render
    effort = session.progress.lesson(lesson.id) if is_own else None
    following = session.course.after(lesson)
    return render(report, session.console.place, lesson, effort, following, traceback=options.traceback)


def _check_all(options: Namespace, session: Session) -> int:
    if options.lesson or options.file:
        raise UsageError("--all grades every lesson you have changed.", "Leave the lesson and --file out.")
    workspace, lessons = session.workspace, session.course.lessons
    touched = [lesson for lesson in lessons if not workspace.is_untouched(lesson)]
    untouched = [lesson for lesson in lessons if lesson not in touched]
    reports, codes = {}, []
    with stopping_cleanly(), make_client(session.course.root) as client:
        for lesson in touched:
            try:
                request = _request(options, lesson, workspace.read(lesson), workspace.path(lesson).name)
            except UsageError as error:
                session.console.complain(error)
                codes.append(error.exit_code)
                continue
            report = reports[lesson] = _ask(client, request, session)
            codes.append(exit_code(report, options.require_sandbox))
            session.progress.record(report, request.source)
            if options.format in ("terminal", "plain") and not report.passed:
                session.console.answer(_rendered(report, lesson, options, session, is_own=True) + "\n")
    session.console.answer(_summary(reports, untouched, options, session))
    session.console.warn(session.progress.problem)
    if not touched:
        session.console.say(f"Nothing in {workspace.root} has been changed yet, so nothing was checked.")
    return max(codes, default=EXIT_MISUSE)


def _summary(reports: dict[Lesson, Report], untouched: list[Lesson], options: Namespace, session: Session) -> str:
    if options.format == "json":
        from tutor.render import json_report

        return json_report.render_all(list(reports.values()), [lesson.id for lesson in untouched])
    if options.format == "junit":
        from tutor.render import junit

        return junit.render(list(reports.values()))
    place = session.console.place
    width = max((len(lesson.slug) for lesson in reports), default=0)
    lines = []
    for lesson, report in reports.items():
        mark = "" if options.format == "plain" else f"{wording.glyph(wording.verdict(report))} "
        lines.append(f"{mark}{lesson.number:<5}{pad(lesson.slug, width)}  {one_line(wording.title(report))}")
    if untouched:
        lines.append(f"Not started: {', '.join(lesson.slug for lesson in untouched)}")
    return place.fit("\n".join(lines) + "\n")
