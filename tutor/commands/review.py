"""`tutor review`: passed lessons again, on inputs nobody has seen, in a file that starts from the stub."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED, UsageError
from tutor.render import wording
from tutor.render.text import one_line, pad

if TYPE_CHECKING:
    from tutor.course import Lesson
    from tutor.report import Report
    from tutor.reviews import Review, Standing


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", nargs="?", help="the lesson (default: list what is due today)")
    ending = parser.add_mutually_exclusive_group()
    ending.add_argument("--check", action="store_true", help="grade the review; a pass says when the lesson comes back")
    ending.add_argument("--give-up", action="store_true", help="end the review without a pass")


def run(options: Namespace, session: Session) -> int:
    if options.lesson is None:
        if options.check or options.give_up:
            raise UsageError("Which lesson?", "`tutor review` lists what is due.")
        session.console.answer(session.console.place.fit(_listing(session)))
        return EXIT_PASSED
    lesson = session.lesson(options.lesson)
    if options.check:
        return _check(lesson, session)
    return _give_up(lesson, session) if options.give_up else _prepare(lesson, session)


def _listing(session: Session) -> str:
    now, due = session.reviews.clock(), session.due()
    if not due:
        return f"Nothing is due for review today. {_what_comes_next(session)}\n"
    width = max(len(lesson.slug) for lesson, _ in due)
    lines = [f"{wording.due(len(due))}:"]
    for lesson, standing in due:
        begun = ", review begun" if session.reviews.open_review(lesson.id) else ""
        why = f"{wording.last_seen(standing, now)}{begun}"
        lines.append(f"  {pad(lesson.slug, width)}  {one_line(lesson.title)}, {why}")
    return "\n".join([*lines, f"To begin: tutor review {due[0][0].slug}"]) + "\n"


def _what_comes_next(session: Session) -> str:
    lessons = {lesson.id: lesson for lesson in session.course.lessons}
    standing = next((one for one in session.reviews.all().values() if one.lesson in lessons), None)
    if standing is None:
        return "A lesson comes back a few days after it is passed."
    when = wording.days_ahead(standing.days_left(session.reviews.clock()))
    return f"{lessons[standing.lesson].title} comes back {when}."


def _prepare(lesson: Lesson, session: Session) -> int:
    """Bring the file and the review into being; a review that is open goes on as it was left."""
    standing = session.reviews.all().get(lesson.id)
    if standing is None:
        advice = f"A lesson comes back a few days after it is passed. `tutor check {lesson.slug}` grades it."
        raise UsageError(f"{lesson.title} is not passed yet, so there is nothing to review.", advice)
    files = session.workspace.for_review
    prepared = session.reviews.prepare(lesson, files)
    if prepared.backup:
        session.console.say(f"The file of the last review is kept as {prepared.backup}.")
    if prepared.is_new and (days := standing.days_left(session.reviews.clock())) > 0:
        session.console.say(f"It is due {wording.days_ahead(days)}; an earlier review counts as well.")
    beginning = "starts from the beginning" if prepared.is_new else "is as you left it"
    session.console.answer(
        session.console.place.fit(
            f"{files.path(lesson)} {beginning}. Your own solution stays as it is.\n"
            f"Write it again, then run: tutor review {lesson.slug} --check\n"
            f"To see a solution instead: tutor review {lesson.slug} --give-up\n"
        )
    )
    return EXIT_PASSED


def _check(lesson: Lesson, session: Session) -> int:
    from tutor.client import CheckRequest
    from tutor.commands import check

    review = _opened(lesson, session)
    files = session.workspace.for_review
    request = CheckRequest(lesson.id, _source(lesson, session), files.path(lesson).name, review.seed)
    with check.stopping_cleanly(), check.make_client(session.course.root) as client:
        try:
            report = client.check(request, check.progress_line(session))
        finally:
            session.console.passing("")
    after = session.reviews.record(report)
    session.console.answer(_told(report, lesson, review, after, session))
    session.console.warn(session.progress.problem)
    return check.exit_code(report)


def _opened(lesson: Lesson, session: Session) -> Review:
    """The review that is going on; raises UsageError when none is."""
    review = session.reviews.open_review(lesson.id)
    if review is None:
        raise UsageError(f"No review of {lesson.title} has begun.", f"`tutor review {lesson.slug}` prepares its file.")
    return review


def _source(lesson: Lesson, session: Session) -> bytes:
    """What is in the review's file; raises UsageError if there is nothing readable."""
    path = session.workspace.for_review.path(lesson)
    if not path.exists():
        raise UsageError(f"{path} does not exist.", f"`tutor review {lesson.slug}` brings the starting file back.")
    return session.workspace.for_review.read(lesson)


def _told(report: Report, lesson: Lesson, review: Review, after: Standing | None, session: Session) -> str:
    from tutor.render import plain

    if not report.passed:
        return (
            plain.render(report, session.console.place, lesson) + f"Check again: tutor review {lesson.slug} --check\n"
        )
    tries = "at the first try" if review.tries == 0 else f"after {review.tries + 1} tries"
    lines = [
        f"Review of {lesson.title}: {wording.title(report)}.",
        f"Passed {tries}, on inputs drawn with seed {review.seed}.",
        *([_comes_back(after, session)] if after and session.progress.is_saved else []),
    ]
    return session.console.place.fit("\n".join(lines) + "\n")


def _comes_back(after: Standing, session: Session) -> str:
    return f"It comes back {wording.days_ahead(after.days_left(session.reviews.clock()))}."


def _give_up(lesson: Lesson, session: Session) -> int:
    _opened(lesson, session)
    after = session.reviews.give_up(lesson.id)
    own = session.workspace.path(lesson)
    lines = [
        f"The review of {lesson.title} is given up. {_comes_back(after, session) if after else ''}".rstrip(),
        f"To see a solution: tutor solution {lesson.slug}",
        *([f"Your own file: {own}"] if own.exists() else []),
    ]
    session.console.answer(session.console.place.fit("\n".join(lines) + "\n"))
    session.console.warn(session.progress.problem)
    return EXIT_PASSED
