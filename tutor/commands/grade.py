"""`tutor grade`: a folder or archive of hand-ins becomes grades, a report on the class and a page for each student."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.commands.check import seed, stopping_cleanly
from tutor.commands.session import Session
from tutor.errors import EXIT_BROKEN, EXIT_PASSED, TutorError, UsageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from tutor.classroom.engine import Engine
    from tutor.classroom.gradebook import Gradebook
    from tutor.classroom.grading import Grading
    from tutor.classroom.hand_in import Submissions
    from tutor.classroom.journal import Header, Journal
    from tutor.classroom.lateness import LatenessOf
    from tutor.classroom.roster import Roster

MOST_JOBS = 256


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("submissions", metavar="SUBMISSIONS", type=Path, help="a folder, a zip or tar, or one file")
    parser.add_argument("--lesson", metavar="LESSON", action="append", help="grade this one only; may be repeated")
    parser.add_argument("--out", metavar="FOLDER", type=Path, help="where grades go (default: SUBMISSIONS-grades)")
    parser.add_argument("--roster", metavar="CSV", type=Path, help="who is in the class, and how their files are named")
    parser.add_argument("--dates", metavar="CSV", type=Path, help="when lessons were due, and what a late day costs")
    parser.add_argument("--seed", type=seed, metavar="N", help="draw these inputs (default: new ones, and recorded)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "all"), default="auto", help="where to run them")
    parser.add_argument("--jobs", metavar="N", type=_jobs, help="how many at once (default: one for each core)")
    parser.add_argument("--engine", choices=("local", "ray"), default="local", help="grade here, or on a Ray cluster")
    parser.add_argument("--ray-address", metavar="ADDRESS", help="the cluster's (default: RAY_ADDRESS)")
    parser.add_argument(
        "--require-sandbox",
        metavar="GRADE",
        type=str.upper,
        choices=tuple("ABCD"),
        default="B",
        help="grade nothing in a weaker sandbox, A to D (default: B)",
    )
    parser.add_argument("--sign", metavar="KEY", type=Path, help="sign the grades with this private key")
    parser.add_argument("--dry-run", action="store_true", help="show what was found and what would be graded")


def run(options: Namespace, session: Session) -> int:
    from tutor.classroom.grading import Grading
    from tutor.classroom.journal import Journal
    from tutor.commands.grade_told import plan, summary

    roster = _roster(options)
    submissions = _find(options, session, roster)
    lateness = _lateness(options, session, roster)
    key = _signing_key(options)
    out = options.out or _beside(options.submissions)
    if options.dry_run:
        session.console.answer(plan(submissions, session.course, out))
        return EXIT_PASSED
    if options.engine == "local":
        _require_sandbox(options.require_sandbox)
    with stopping_cleanly(), Journal(out, _header(options)) as journal:
        _check_seed(options, journal)
        grading = Grading(session.course, submissions, journal, options.require_sandbox)
        _grade(grading, options, session, out)
        book = _write(grading, options, session, roster, lateness, out)
    if key is not None:
        from tutor.classroom.course_hash import course_hash
        from tutor.classroom.signature import sign_folder

        sign_folder(out, key, course=course_hash(session.course))
    session.console.answer(summary(book, submissions, out))
    return EXIT_BROKEN if any(tally.not_graded for tally in book.lesson_tallies()) else EXIT_PASSED


# What the options name


def _jobs(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST_JOBS:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_JOBS}")


def _roster(options: Namespace) -> Roster | None:
    if options.roster is None:
        return None
    from tutor.classroom.roster import read_roster

    return read_roster(options.roster)


def _find(options: Namespace, session: Session, roster: Roster | None) -> Submissions:
    from tutor.classroom.intake import find_submissions

    lessons = [session.lesson(name) for name in options.lesson] if options.lesson else None
    submissions = find_submissions(options.submissions, session.course, lessons=lessons, roster=roster)
    if not (submissions.hand_ins or submissions.missing):
        first = submissions.strays[0] if submissions.strays else None
        why = f" {first.place}: {first.reason}" if first else ""
        raise UsageError(
            f"{options.submissions} holds no hand-in for this course.{why}",
            "Files are found by name: ada/focal_loss.py, ada_focal_loss.py. `tutor grade --help` shows more.",
        )
    return submissions


def _lateness(options: Namespace, session: Session, roster: Roster | None) -> LatenessOf | None:
    if options.dates is None:
        return None
    from tutor.classroom.due_dates import read_due_dates
    from tutor.classroom.lateness import Lateness

    dates = read_due_dates(options.dates, session.course, roster)

    def lateness(student: str, lesson: str, submitted_at: str) -> Lateness | None:
        when = datetime.fromisoformat(submitted_at)
        days = dates.days_late(student, lesson, when)
        return Lateness(days, dates.penalty(student, lesson, when)) if days else None

    return lateness


def _signing_key(options: Namespace) -> Ed25519PrivateKey | None:
    """Read before anything is graded, so that a wrong name costs no hour."""
    if options.sign is None:
        return None
    from tutor.classroom.keys import read_private_key

    return read_private_key(options.sign)


def _beside(submissions: Path) -> Path:
    """`week1.zip` is graded into `week1-grades`."""
    place = submissions.absolute()
    name = place.name.split(".")[0] if place.is_file() else place.name
    return place.with_name(f"{name or 'class'}-grades")


def _require_sandbox(wanted: str) -> None:
    from tutor.sandbox import layers

    reached = layers.grade(layers.probe())
    if reached > wanted:
        raise TutorError(
            f"The sandbox here reaches grade {reached}; hand-ins of others are graded with {wanted} or better.",
            "`tutor doctor` says how to get it; --require-sandbox lowers the demand, and every report says so.",
        )


def _header(options: Namespace) -> Header:
    from tutor.classroom.journal import Header

    chosen = options.seed if isinstance(options.seed, int) else int.from_bytes(os.urandom(4), "big")
    return Header(chosen, options.device, datetime.now(UTC).isoformat(timespec="seconds"))


def _check_seed(options: Namespace, journal: Journal) -> None:
    """A folder of grades has one seed and one choice of devices, or its grades could not be compared."""
    header = journal.header
    for name, wanted in (("seed", options.seed), ("device", options.device)):
        kept = getattr(header, name)
        if wanted not in (None, "random", "auto", kept):
            raise UsageError(
                f"{journal.path.parent} was graded with --{name} {kept}, not {wanted}.",
                "Leave the option out to go on with it, or choose another --out.",
            )


# The work


def _engine(options: Namespace, session: Session) -> Engine:
    if options.engine == "ray":
        from tutor.classroom.ray_engine import RayEngine

        return RayEngine(session.course.root, slots=options.jobs, device=options.device, address=options.ray_address)
    from tutor.classroom.local_engine import LocalEngine

    return LocalEngine(session.course.root, options.jobs)


def _grade(grading: Grading, options: Namespace, session: Session, out: Path) -> None:
    from tutor.commands.grade_told import GradingProgress

    progress = GradingProgress(session.console, len(grading.submissions.hand_ins))
    session.console.say(
        f"Grading into {out} with seed {grading.journal.header.seed}. Stop with Ctrl+C; the same command goes on."
    )
    with _engine(options, session) as engine:
        grading.run(engine, progress.heard)
    progress.end(grading.kept)


def _write(
    grading: Grading,
    options: Namespace,
    session: Session,
    roster: Roster | None,
    lateness: LatenessOf | None,
    out: Path,
) -> Gradebook:
    from tutor.classroom.outputs.write import write_outputs

    return write_outputs(
        grading.results,
        out,
        grading.about(),
        grading.results_of,
        names=grading.submissions.names,
        identities={entry.id: entry.canvas for entry in roster.entries if entry.canvas} if roster else None,
        lateness=lateness,
    )
