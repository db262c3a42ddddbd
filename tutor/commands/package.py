"""`tutor package`: writes the bundle that a host of autograders takes, with this tutor and its course in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.bundles.host_bundles import BUNDLES, Plan
from tutor.bundles.wheel import archive, given_wheel, own_wheel
from tutor.commands.document import refuse_target, write_in_place
from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED

_WORKFLOW = ".github/workflows/tutor.yml"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("host", choices=tuple(BUNDLES), help="where it will be uploaded")
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="what is graded; none means whatever was begun")
    parser.add_argument("--output", metavar="F", required=True, help="the zip to write; for github also a .yml alone")
    parser.add_argument("--wheel", metavar="F", help="carry this wheel of the tutor instead of one made here")


def run(options: Namespace, session: Session) -> int:
    target = Path(options.output)
    refuse_target(target)
    chosen = dict.fromkeys(session.lesson(name) for name in options.lessons)
    plan = Plan(tuple(lesson for lesson in session.course.lessons if lesson in chosen), _wheel(options, session))
    files = BUNDLES[options.host](plan)
    only_workflow = options.host == "github" and target.suffix in (".yml", ".yaml")
    write_in_place(target, files[_WORKFLOW].data if only_workflow else archive(files))
    carries = f"with {plan.wheel[0]}" if plan.wheel else f"which installs {plan.requirement}"
    session.console.answer(f"{target} is ready for {options.host}, {carries}.\n")
    if not only_workflow:
        session.console.say("Read README.md in it first: it says what the host must allow.")
    return EXIT_PASSED


def _wheel(options: Namespace, session: Session) -> tuple[str, bytes] | None:
    """The wheel to carry. A template repository carries one only on request: its graders would be the students'."""
    if options.wheel is not None:
        return given_wheel(Path(options.wheel))
    if options.host == "github":
        return None
    wheel = own_wheel(session.course.root)
    if wheel is None:
        session.console.say("No wheel could be made of this tutor, so the host installs it from its package index.")
    return wheel
