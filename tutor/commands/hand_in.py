"""Finds the file or files that `tutor check` is to grade, and says what stands for one that cannot be graded."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tutor.commands.session import Session
from tutor.course import Lesson
from tutor.errors import TutorError, UsageError
from tutor.report import Outcome, Problem, Report
from tutor.workspace import LARGEST_HAND_IN, read_hand_in

IN_A_FOLDER = ("exercises/{}.py", "{}.py")
"""Where a folder, or a repository, has a lesson's file; the first that is there counts."""


@dataclass
class HandIn:
    """One file to grade, read when its turn comes."""

    lesson: Lesson
    name: str
    """As the report calls it: "focal_loss.py"."""
    place: str
    """Its path as a host shows it, below the folder of the repository where there is one; "" for stdin."""
    path: Path | None
    """None for stdin."""
    read_source: Callable[[], bytes] = field(repr=False)
    is_own: bool = False
    """Whether it is the learner's own file in the workspace, so that the try is recorded."""
    source: bytes | None = None
    """Its bytes, once they have been read."""

    def read(self) -> bytes:
        """Its bytes; raises UsageError when it is missing, no regular file or too large."""
        self.source = self.read_source()
        return self.source


def hand_in(options: Namespace, session: Session) -> HandIn:
    """The one that was asked for: the learner's own file, --file, or stdin."""
    name = next(iter(options.lessons), None)
    if name is None and options.file in (None, "-"):
        raise UsageError("Which lesson?", "`tutor check LESSON`, or `tutor check --all`; `tutor list` shows them.")
    lesson = session.lesson(name or options.file)
    own = session.workspace.path(lesson)
    if options.file == "-":
        return HandIn(lesson, "stdin", "", None, lambda: _read_stdin(session))
    if name is None or options.file is not None:
        path = Path(options.file)
        is_own = os.path.realpath(path) == os.path.realpath(own)
        return HandIn(lesson, path.name, _place(path), path, lambda: read_hand_in(path), is_own)
    if name.endswith(".py") and os.path.exists(name) and not os.path.samefile(name, own):
        session.console.say(f"Checking {own}. For the other file: tutor check {lesson.slug} --file {name}")
    return _own(lesson, session)


def hand_ins(options: Namespace, session: Session) -> tuple[list[HandIn], list[Lesson]]:
    """Those of several lessons, in the order of the course, and with --all the lessons nobody has begun."""
    chosen = dict.fromkeys(session.lesson(name) for name in options.lessons)
    lessons = [lesson for lesson in session.course.lessons if options.all or lesson in chosen]
    if options.folder is not None:
        folder = Path(options.folder)
        if not folder.is_dir():
            raise UsageError(f"{folder} is not a folder.", "--folder names the folder that holds LESSON.py.")
        found = [_in_folder(lesson, folder) for lesson in lessons]
    else:
        found = [_own(lesson, session) for lesson in lessons]
    if not options.all:
        return found, []
    begun = [each for each in found if not _is_untouched(each)]
    return begun, [each.lesson for each in found if each not in begun]


def _own(lesson: Lesson, session: Session) -> HandIn:
    path = session.workspace.path(lesson)
    return HandIn(lesson, path.name, _place(path), path, lambda: session.workspace.read(lesson), is_own=True)


def _in_folder(lesson: Lesson, folder: Path) -> HandIn:
    paths = [folder / place.format(lesson.id) for place in IN_A_FOLDER]
    path = next((path for path in paths if os.path.lexists(path)), paths[-1])
    return HandIn(lesson, path.name, _place(path), path, lambda: _read_stranger(path, folder))


def _read_stranger(path: Path, folder: Path) -> bytes:
    """A file somebody else put there: a link could lead to what only we may read."""
    if path.is_symlink() or not path.parent.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{path.name} is a symbolic link.", "Hand in the file itself.")
    return read_hand_in(path)


def _is_untouched(asked: HandIn) -> bool:
    if asked.path is None or not os.path.exists(asked.path):
        return True
    try:
        return asked.read_source() == asked.lesson.stub.read_bytes()
    except UsageError:
        return False


def _place(path: Path) -> str:
    """The path below the checked out repository, or below the folder we are in; else its name alone."""
    root = os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or os.getcwd())
    below = os.path.relpath(os.path.join(os.path.realpath(path.parent), path.name), root)
    return path.name if below.startswith(os.pardir) else below


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


def unreadable(asked: HandIn, error: UsageError) -> Report:
    """The report of a file that is missing or cannot be read, which is for the student to mend."""
    missing = asked.path is not None and not os.path.lexists(asked.path)
    advice = f"Hand in one file called {asked.lesson.id}.py." if missing else error.advice
    text = f"{asked.name} was not handed in." if missing else error.message
    return _without_checks(
        asked, Outcome.NOT_WRITTEN if missing else Outcome.REFUSED, Problem("file", text, advice=advice)
    )


def not_judged(asked: HandIn, error: TutorError) -> Report:
    """The report of a file that nothing here could grade, which is our fault or the environment's."""
    return _without_checks(asked, Outcome.GRADER_ERROR, Problem("worker", error.message, advice=error.advice))


def _without_checks(asked: HandIn, outcome: Outcome, problem: Problem) -> Report:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    digest = hashlib.sha256(asked.source or b"").hexdigest()
    return Report(asked.lesson.id, outcome, (), asked.name, digest, 0, problem=problem, started_at=now)
