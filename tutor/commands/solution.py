"""`tutor solution`: one way to write the exercise, once it has been passed or on a clear yes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tutor.commands.session import Session
from tutor.course import Lesson
from tutor.errors import EXIT_FAILED, EXIT_PASSED, CourseError, UsageError
from tutor.render import wording


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson, by name or number")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson)
    if not options.yes and session.progress.lesson(lesson.id).status != "passed":
        agreed = session.console.confirm(f"{lesson.title} is not passed yet. Show a solution all the same?")
        if agreed is None:
            advice = f"`tutor hint {lesson.slug}` helps on; `tutor solution {lesson.slug} --yes` shows it now."
            raise UsageError(f"{lesson.title} is not passed yet.", advice)
        if not agreed:
            return EXIT_FAILED
    solution = _read(lesson, session)
    if (after := session.reviews.give_up(lesson.id)) is not None:
        when = wording.days_ahead(after.days_left(session.reviews.clock()))
        session.console.say(f"The review of {lesson.title} ends here; it comes back {when}.")
    session.console.answer(solution)
    return EXIT_PASSED


def _read(lesson: Lesson, session: Session) -> str:
    # Not through the worker, which alone opens graders/ otherwise: a solution is shown at once, and without PyTorch.
    path = session.course.root / "graders" / lesson.id / "reference.py"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CourseError("This copy of the course comes without solutions.", "Ask whoever gave it to you.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} cannot be read: {error}.", "Reinstall the tutor.") from error
