"""`tutor audit --drift GRADES`: old hand-ins graded by what is installed now, and every grade that is another one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tutor.classroom.drift import Change, compare
from tutor.classroom.drift_table import lines, write_csv
from tutor.classroom.engine import Job
from tutor.classroom.grading import result_of
from tutor.classroom.journal import FILE_NAME, Header, Journal, Key
from tutor.classroom.local_engine import LocalEngine
from tutor.classroom.outputs.whole_file import whole_file
from tutor.classroom.result import Result
from tutor.client import CheckRequest
from tutor.commands.check import stopping_cleanly
from tutor.commands.session import Session
from tutor.errors import EXIT_FAILED, EXIT_PASSED, UsageError

OUT = "drift.csv"


def run(options: Namespace, session: Session) -> int:
    folder: Path = options.drift
    if not (folder / FILE_NAME).is_file():
        raise UsageError(f"{folder} holds no {FILE_NAME}.", "Name a folder that `tutor grade` has filled.")
    with stopping_cleanly(), Journal(folder, Header(0, "auto", "")) as journal:
        known = {lesson.id for lesson in session.course.lessons}
        wanted = {session.lesson(name).id for name in options.lessons} or known
        changes = list(Drift(session, journal, wanted, options.jobs).changes())
    with whole_file(folder / OUT) as file:
        write_csv(changes, file)
    session.console.answer("".join(f"{line}\n" for line in lines(changes)))
    session.console.say(f"Check by check: {folder / OUT}")
    return EXIT_FAILED if any(change.is_grade_changed for change in changes) else EXIT_PASSED


class Drift:
    """Grades again what a journal holds, on the inputs it was graded with."""

    def __init__(self, session: Session, journal: Journal, lessons: set[str], jobs: int | None) -> None:
        self.course = session.course
        self.console = session.console
        self.journal = journal
        self.keys = [key for key in journal.keys if key[1] in lessons]
        self.jobs = jobs
        self._before: dict[int, Result] = {}
        self._gone: list[Change] = []

    def changes(self) -> Iterator[Change]:
        """Each grade that changed, or whose hand-in is no longer there."""
        with LocalEngine(self.course.root, self.jobs) as engine:
            for count, (number, answer) in enumerate(engine.grade(self._again()), start=1):
                self.console.passing(f"{count} of at most {len(self.keys)} graded again")
                before = self._before.pop(number)
                change = compare(before, result_of(before, answer), self._has_lesson_changed(self.keys[number]))
                if change is not None:
                    yield change
        self.console.passing("")
        yield from self._gone

    def _again(self) -> Iterator[Job]:
        for number, key in enumerate(self.keys):
            before = self.journal.result(key)
            if before.report is None:
                continue
            source = self.journal.sources.get(before.sha256)
            if source is None:
                self._gone.append(Change(before, None))
                continue
            self._before[number] = before
            device = self.journal.header.device
            yield Job(number, CheckRequest(before.lesson, source, f"{before.lesson}.py", before.report.seed, device))

    def _has_lesson_changed(self, key: Key) -> bool:
        from tutor.classroom.course_hash import lesson_hash

        return self.journal.basis(key).lesson != lesson_hash(self.course, self.course.lesson(key[1]))
