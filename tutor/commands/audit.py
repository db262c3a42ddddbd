"""`tutor audit`: hands over to `tutor.audit`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.commands.check import stopping_cleanly
from tutor.commands.session import Session
from tutor.errors import UsageError

DEFAULT_SEEDS = 2


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="only these lessons (default: all)")
    parser.add_argument("--mutants", action="store_true", help="also try every small change of each reference")
    parser.add_argument(
        "--seeds", type=int, default=DEFAULT_SEEDS, metavar="N", help="try each right answer on N seeds (default: 2)"
    )
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu", help="where to run the answers")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write how well the graders grade, as Markdown")
    parser.add_argument(
        "--drift", type=Path, metavar="GRADES", help="grade the hand-ins of this folder of grades again, and compare"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="how many lessons at a time")


def run(options: Namespace, session: Session) -> int:
    from tutor.audit.run import Options
    from tutor.audit.run import run as audit

    _refuse_nonsense(options)
    if options.drift is not None:
        from tutor.commands.drift import run as drift

        return drift(options, session)
    lessons = [session.lesson(name).id for name in options.lessons]
    chosen = Options(options.seeds, options.device, options.mutants, options.page, options.jobs)
    with stopping_cleanly():
        return audit(session.course, lessons, chosen)


def _refuse_nonsense(options: Namespace) -> None:
    if options.seeds < 1:
        raise UsageError(f"--seeds is {options.seeds}; it must be 1 or more.")
    if options.jobs is not None and options.jobs < 1:
        raise UsageError(f"--jobs is {options.jobs}; it must be 1 or more.")
    if options.page and (options.lessons or not options.mutants):
        raise UsageError("--page is about mutants and all lessons.", "Give --mutants too, and no LESSON.")
    if options.page and not options.page.parent.is_dir():
        raise UsageError(f"{options.page.parent} is not a folder, so {options.page.name} cannot be written there.")
