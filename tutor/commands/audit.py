"""`tutor audit`: hands over to `tutor.audit`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.commands.check import stopping_cleanly
from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED, UsageError

DEFAULT_SEEDS = 2


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="only these lessons (default: all)")
    parser.add_argument("--mutants", action="store_true", help="also try every small change of each reference")
    parser.add_argument(
        "--seeds", type=int, default=DEFAULT_SEEDS, metavar="N", help="try each right answer on N seeds (default: 2)"
    )
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu", help="where to run the answers")
    parser.add_argument("--record", action="store_true", help="keep what was found of sound lessons in audit.md")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the table of all records, and audit nothing")
    parser.add_argument(
        "--drift", type=Path, metavar="GRADES", help="grade the hand-ins of this folder of grades again, and compare"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="how many lessons at a time")


def run(options: Namespace, session: Session) -> int:
    from tutor.audit.run import Options, write_page
    from tutor.audit.run import run as audit

    _refuse_nonsense(options)
    if options.drift is not None:
        from tutor.commands.drift import run as drift

        return drift(options, session)
    lessons = [session.lesson(name).id for name in options.lessons]
    if options.page is not None:
        write_page(session.course, options.page)
        return EXIT_PASSED
    chosen = Options(options.seeds, options.device, options.mutants, options.record, options.jobs)
    with stopping_cleanly():
        return audit(session.course, lessons, chosen)


def _refuse_nonsense(options: Namespace) -> None:
    if options.seeds < 1:
        raise UsageError(f"--seeds is {options.seeds}; it must be 1 or more.")
    if options.jobs is not None and options.jobs < 1:
        raise UsageError(f"--jobs is {options.jobs}; it must be 1 or more.")
    if options.page and (options.lessons or options.mutants or options.record):
        raise UsageError("--page audits nothing; it is about the records of all lessons.", "Give it alone.")
    if options.record and not options.mutants:
        raise UsageError("--record keeps what became of the mutants.", "Give --mutants too.")
    if options.page and not options.page.parent.is_dir():
        raise UsageError(f"{options.page.parent} is not a folder, so {options.page.name} cannot be written there.")
