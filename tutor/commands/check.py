"""`tutor check`: grade one file, or all that have been worked on, and say what came of it."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from tutor.client import CheckRequest
from tutor.commands.document import deliver, refuse_contradictions, shown_code
from tutor.commands.hand_in import HandIn, hand_in, hand_ins, not_judged, unreadable
from tutor.commands.session import Session
from tutor.conversation import CheckProgress
from tutor.course import Lesson
from tutor.errors import EXIT_BROKEN, EXIT_FAILED, EXIT_MISUSE, EXIT_PASSED, UsageError, WorkerError
from tutor.render import wording
from tutor.render.formats import FORMATS
from tutor.render.occasion import Occasion
from tutor.render.text import one_line, pad
from tutor.report import Outcome, Report
from tutor.service.grader import WarmGrader, warm_grader
from tutor.service.wanted import do_without

FOR_PEOPLE = ("terminal", "plain")
LARGEST_SEED = 2**63 - 1


def make_client(course_root: Path) -> WarmGrader:
    """Whoever grades; tests put another one here."""
    return warm_grader(course_root)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "lessons", metavar="LESSON", nargs="*", help="the lesson, by name or number; several are graded in turn"
    )
    parser.add_argument("--file", metavar="F", help="grade this file instead of your own; - reads stdin")
    parser.add_argument(
        "--folder", metavar="F", help="grade the files of this folder: LESSON.py or exercises/LESSON.py"
    )
    parser.add_argument("--all", action="store_true", help="grade every lesson you have changed")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "all"), default="auto", help="where to run it")
    parser.add_argument("--format", choices=(*FOR_PEOPLE, *FORMATS), help="how to print the result (default: terminal)")
    parser.add_argument("--output", metavar="F", help="write the document to this file instead of stdout")
    parser.add_argument(
        "--exit-zero", action="store_true", help="end with 0 whatever the verdict; docs/hosts.md says more"
    )
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
    if is_for_host(options):
        do_without()  # nothing may outlive the command there
    several = options.all or options.folder is not None or len(options.lessons) > 1
    refuse_contradictions(options, several)
    return _check_several(options, session) if several else _check_one(options, session)


def _check_one(options: Namespace, session: Session) -> int:
    asked = hand_in(options, session)
    with stopping_cleanly(), make_client(session.course.root) as client:
        report = _report(client, asked, options, session)
    if asked.is_own and asked.source is not None:
        session.progress.record(report, asked.source)
    if options.format in FOR_PEOPLE:
        session.console.answer(_for_people(report, asked.lesson, options, session, asked.is_own))
    else:
        deliver([report], options, session.console, Occasion(dict(os.environ), {asked.lesson.id: asked.place}))
    if asked.is_own:
        session.console.warn(session.progress.problem)
    return shown_code(exit_code(report, options.require_sandbox), options)


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


def _report(client: WarmGrader, asked: HandIn, options: Namespace, session: Session) -> Report:
    """What came of it; for a host also when there is nothing to grade, or nothing to grade it with."""
    for_host = is_for_host(options)
    try:
        return _ask(client, _request(options, asked), session)
    except UsageError as error:
        if not for_host:
            raise
        return unreadable(asked, error)
    except WorkerError as error:
        if not for_host:
            raise
        session.console.complain(error)
        return not_judged(asked, error)


def is_for_host(options: Namespace) -> bool:
    """Whether the result goes to a host of autograders or to CI."""
    return options.format in FORMATS and FORMATS[options.format].is_for_host


def _request(options: Namespace, asked: HandIn) -> CheckRequest:
    source = asked.read()
    return CheckRequest(asked.lesson.id, source, asked.name, options.seed, options.device, options.require_sandbox)


def _ask(client: WarmGrader, request: CheckRequest, session: Session) -> Report:
    try:
        return client.check(request, progress_line(session))
    finally:
        session.console.passing("")


def progress_line(session: Session) -> Callable[[CheckProgress], None]:
    """Shows where a check is, on one line that is overwritten."""

    def show(progress: CheckProgress) -> None:
        if progress.phase == "starting":
            session.console.passing("Starting PyTorch…")
        elif progress.phase == "waiting":
            session.console.passing(f"Waiting for other checks: {progress.ahead} before this one")
        else:
            session.console.passing(
                f"Checking {min(progress.done + 1, progress.total)} of {progress.total}: {progress.claim}"
            )

    return show


def _for_people(report: Report, lesson: Lesson, options: Namespace, session: Session, is_own: bool) -> str:
    from tutor.render import plain, terminal

    render = plain.render if options.format == "plain" else terminal.render
    effort = session.progress.lesson(lesson.id) if is_own else None
    following = session.following(lesson)
    return render(report, session.console.place, lesson, effort, following, traceback=options.traceback)


def _check_several(options: Namespace, session: Session) -> int:
    asked, untouched = hand_ins(options, session)
    for_people = options.format in FOR_PEOPLE
    reports, codes = {}, []
    with stopping_cleanly(), make_client(session.course.root) as client:
        for each in asked:
            try:
                report = reports[each.lesson] = _report(client, each, options, session)
            except UsageError as error:
                session.console.complain(error)
                codes.append(error.exit_code)
                continue
            codes.append(exit_code(report, options.require_sandbox))
            if each.is_own and each.source is not None:
                session.progress.record(report, each.source)
            if for_people and not report.passed:
                session.console.answer(_for_people(report, each.lesson, options, session, each.is_own) + "\n")
    if for_people:
        session.console.answer(_summary(reports, untouched, options, session))
    else:
        paths = {each.lesson.id: each.place for each in asked}
        names = tuple(lesson.id for lesson in untouched)
        deliver(list(reports.values()), options, session.console, Occasion(dict(os.environ), paths, names))
    if options.folder is None:
        session.console.warn(session.progress.problem)
    if not asked:
        where = options.folder or session.workspace.root
        session.console.say(f"Nothing in {where} has been changed yet, so nothing was checked.")
    return shown_code(max(codes, default=EXIT_MISUSE), options)


def _summary(reports: dict[Lesson, Report], untouched: list[Lesson], options: Namespace, session: Session) -> str:
    place = session.console.place
    width = max((len(lesson.slug) for lesson in reports), default=0)
    lines = []
    for lesson, report in reports.items():
        mark = "" if options.format == "plain" else f"{wording.glyph(wording.verdict(report))} "
        lines.append(f"{mark}{lesson.number:<5}{pad(lesson.slug, width)}  {one_line(wording.title(report))}")
    if untouched:
        lines.append(f"Not started: {', '.join(lesson.slug for lesson in untouched)}")
    return place.fit("\n".join(lines) + "\n")
