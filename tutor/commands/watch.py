"""`tutor watch`: a plain-text loop that grades a lesson's file at every save; also the way for screen readers."""

from __future__ import annotations

import os
import select
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from tutor.client import CheckRequest
from tutor.commands import check, hint
from tutor.commands.session import Session
from tutor.course import Lesson
from tutor.errors import EXIT_PASSED, TutorError
from tutor.render import plain
from tutor.report import Report
from tutor.service.grader import WarmGrader

POLL_SECONDS = 0.25
SETTLE_SECONDS = 0.15
"""Editors write in several steps; a file that did not change for this long is done."""

Listen = Callable[[float], list[str]]
"""Waits up to so many seconds and returns what was typed, a word for each line."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", nargs="?", help="the lesson to start with (default: the next one)")


def run(options: Namespace, session: Session) -> int:
    lesson = session.lesson(options.lesson) if options.lesson else session.next_lesson() or session.course.lessons[-1]
    with check.stopping_cleanly(), check.make_client(session.course.root) as client:
        client.start()
        Watch(session, client, lesson, keyboard()).until_told_to_stop()
    return EXIT_PASSED


def keyboard() -> Listen:
    """Lines typed at the terminal; where nobody can type, only the waiting."""
    if sys.stdin is None or not sys.stdin.isatty():
        return _only_wait
    descriptor = sys.stdin.fileno()

    def listen(seconds: float) -> list[str]:
        if not select.select([descriptor], [], [], seconds)[0]:
            return []
        typed = os.read(descriptor, 4096).decode(errors="replace")
        return [line.strip().lower() for line in typed.splitlines()] if typed else ["q"]

    return listen


def _only_wait(seconds: float) -> list[str]:
    time.sleep(seconds)
    return []


class Watch:
    """One lesson at a time, until the learner asks for the next."""

    def __init__(self, session: Session, client: WarmGrader, lesson: Lesson, listen: Listen) -> None:
        self.session = session
        self.client = client
        self.listen = listen
        self._begin(lesson)

    def until_told_to_stop(self) -> None:
        while True:
            for word in self.listen(SETTLE_SECONDS if self._is_settling else POLL_SECONDS):
                if word in ("q", "quit"):
                    return
                self._obey(word)
            self._look()

    def _begin(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.path: Path = self.session.workspace.ensure(lesson)
        self._report: Report | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._is_settling = False
        self._source: bytes | None = None
        self._say_hello()

    def _say_hello(self) -> None:
        say = self.session.console.say
        say(f"{self.lesson.number} {self.lesson.title}. Your file: {self.path}")
        if self.session.workspace.is_untouched(self.lesson):
            self._stamp, self._source = _stamp(self.path), self.session.workspace.read(self.lesson)
            say("It is checked whenever you save it.")
        self._say_what_can_be_typed()

    def _say_what_can_be_typed(self) -> None:
        passed = self._report is not None and self._report.passed
        following = "n next lesson, " if passed and self.session.following(self.lesson) else ""
        if self.listen is not _only_wait:
            self.session.console.say(f"Type and press Enter: h hint, {following}q quit.")

    def _obey(self, word: str) -> None:
        following = self.session.following(self.lesson)
        if word in ("h", "hint"):
            hint.run(Namespace(lesson=self.lesson.slug, item=None, all=False), self.session)
        elif word in ("n", "next") and (self._report is None or not self._report.passed):
            self.session.console.say("The next lesson opens when this one passes.")
        elif word in ("n", "next") and following is not None:
            self._begin(following)
        else:
            self._say_what_can_be_typed()

    def _look(self) -> None:
        """Check once the file has changed and then stayed as it is."""
        stamp = _stamp(self.path)
        if stamp != self._stamp:
            self._stamp, self._is_settling = stamp, True
        elif self._is_settling:
            self._is_settling = False
            self._check_if_new()

    def _check_if_new(self) -> None:
        """A touched file with the same content has nothing new to say."""
        try:
            source = self.session.workspace.read(self.lesson)
            if source != self._source:
                self._check(source)
            self._source = source
        except TutorError as error:
            self._source = None
            self.session.console.complain(error)

    def _check(self, source: bytes) -> None:
        session = self.session
        request = CheckRequest(self.lesson.id, source, self.path.name)
        try:
            self._report = report = self.client.check(request, check.progress_line(session))
        finally:
            session.console.passing("")
        session.progress.record(report, source)
        progress = session.progress.lesson(self.lesson.id)
        following = session.following(self.lesson)
        session.console.answer("\n" + plain.render(report, session.console.place, self.lesson, progress, following))
        session.console.warn(session.progress.problem)
        self._say_what_can_be_typed()


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
