"""How far a learner is: every attempt, the hints shown and what the app remembers, in one SQLite file.

A lesson must be checkable whatever happens to that file, so nothing here raises: what cannot be saved is held in
memory, counted as if it had been, saved with the next success, and `problem` says in a sentence what is wrong.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tutor import history, progress_file

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tutor.course import Course, Lesson
    from tutor.report import Report

NOT_A_TRY = ("not_written", "not_run", "refused", "grader_error")
"""Outcomes that say nothing about the learner's idea, and so never count as a try."""

_TRIES = f"""
    SELECT lesson, COUNT(*), MAX(score), MAX(max_score), MIN(at), MIN(CASE outcome WHEN 'passed' THEN at END)
    FROM attempts WHERE outcome NOT IN ({", ".join(f"'{outcome}'" for outcome in NOT_A_TRY)}) GROUP BY lesson
"""


@dataclass(frozen=True)
class LessonProgress:
    """How far a learner is with one lesson."""

    status: Literal["new", "tried", "passed"] = "new"
    tries: int = 0
    hints_shown: int = 0
    best_score: float = 0.0
    max_score: float = 0.0
    first_try_at: str | None = None
    """UTC, ISO 8601; None as long as there was no try."""
    passed_at: str | None = None
    """When it passed for the first time; a passed lesson stays passed."""


class Progress:
    """The progress file; several programs may have it open at once."""

    def __init__(self, path: Path | None = None) -> None:
        self.problem: str | None = None
        """What is wrong with the file and what to do about it, in a sentence."""
        self._unsaved: list[progress_file.Statement] = []
        self._lock = threading.Lock()
        self.path = path or default_path()
        if self.path is None:
            self.problem = "There is no home folder to keep progress in; set TUTOR_STATE_DIR to a folder."
        else:
            self.ask("SELECT 1")

    def record(self, report: Report, source: bytes | None = None) -> None:
        """Keep one attempt, whatever its outcome, and what was handed in."""
        failed = [check.id for check in report.checks if check.counts and check.outcome != "passed"]
        diagnoses = [check.diagnosis.name for check in report.checks if check.diagnosis]
        at = report.started_at or time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        values = (at, report.lesson, str(report.outcome), report.score, report.max_score)
        details = (json.dumps(failed), json.dumps(diagnoses), report.seconds, report.sha256)
        attempt = ("INSERT INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, *details))
        self._write_all([attempt, *(history.to_keep(report.lesson, source) if source is not None else ())])

    def lesson(self, lesson_id: str) -> LessonProgress:
        return self.all().get(lesson_id, LessonProgress())

    def all(self) -> dict[str, LessonProgress]:
        """Every lesson there is something to say about."""
        hints = dict(self.ask("SELECT lesson, shown FROM hints"))
        tries = {lesson: numbers for lesson, *numbers in self.ask(_TRIES)}
        return {lesson: _lesson_progress(hints.get(lesson, 0), tries.get(lesson)) for lesson in {**hints, **tries}}

    def show_hint(self, lesson_id: str) -> int:
        """Count one more hint as shown and return how many that makes."""
        self.write("INSERT INTO hints VALUES (?, 1) ON CONFLICT (lesson) DO UPDATE SET shown = shown + 1", lesson_id)
        return self.lesson(lesson_id).hints_shown

    def remember(self, key: str, value: Any) -> None:
        """Keep a small JSON value: the language, the last lesson."""
        self.write("INSERT OR REPLACE INTO memory VALUES (?, ?)", key, json.dumps(value))

    def recall(self, key: str, default: Any = None) -> Any:
        found = self.ask("SELECT value FROM memory WHERE key = ?", key)
        try:
            return json.loads(found[0][0]) if found else default
        except ValueError:
            return default

    @property
    def is_saved(self) -> bool:
        """Whether everything so far is in the file."""
        return not self._unsaved

    def write(self, statement: str, *values: Any) -> None:
        """Change something, for what keeps tables of its own in the file."""
        self._write_all([(statement, values)])

    def _write_all(self, statements: Sequence[progress_file.Statement]) -> None:
        with self._lock:
            failed_before = bool(self._unsaved)
            self._unsaved += statements
            if self.path is not None:
                self._save(self.path, failed_before)

    def _save(self, path: Path, failed_before: bool) -> None:
        """Write all that is unsaved in one transaction, or keep it and say why."""
        patience = 0.1 if failed_before else 2.0
        for _ in range(2):
            try:
                progress_file.write(path, self._unsaved, patience)
            except progress_file.FAILURES as error:
                if not self._explain(path, error):
                    return
            else:
                self._unsaved.clear()
                self.problem = None if failed_before else self.problem
                return

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """The answer as if everything had been saved."""
        with self._lock:
            for source in (self.path, self.path, None):
                try:
                    with closing(self._as_if_saved(source)) as connection:
                        return connection.execute(query, values).fetchall()
                except progress_file.FAILURES as error:
                    if source is not None:
                        self._explain(source, error)
            return []

    def _as_if_saved(self, path: Path | None) -> Connection:
        disk = progress_file.open_to_read(path) if path is not None and path.exists() else None
        if disk is not None and not self._unsaved and progress_file.is_current(disk):
            return disk
        memory = progress_file.in_memory(disk)
        for statement, values in self._unsaved:
            memory.execute(statement, values)
        return memory

    def _explain(self, path: Path, error: Exception) -> bool:
        """Say in `problem` what the error means; True if the cause is gone and another try makes sense."""
        if progress_file.is_damage(error):
            try:
                aside = progress_file.set_aside(path)
            except OSError as obstacle:
                self.problem = f"{path} is damaged and cannot be moved away ({obstacle.strerror}); delete it yourself."
                return False
            if aside is not None:
                self.problem = f"{path} was damaged; it is kept as {aside.name}, and a new one was started."
            return True
        self.problem = progress_file.explanation(path, error)
        return False


def _lesson_progress(hints: int, tries: list[Any] | None) -> LessonProgress:
    if tries is None:
        return LessonProgress(hints_shown=hints)
    count, best, most, first, passed_at = tries
    return LessonProgress("passed" if passed_at else "tried", count, hints, best, most, first, passed_at)


def default_path() -> Path | None:
    """$TUTOR_STATE_DIR, else `tutor` in $XDG_STATE_HOME or ~/.local/state; None without a home folder."""
    try:
        if chosen := os.environ.get("TUTOR_STATE_DIR"):
            return Path(chosen).expanduser().absolute() / "progress.db"
        state = os.environ.get("XDG_STATE_HOME", "")
        return (Path(state) if os.path.isabs(state) else Path.home() / ".local/state") / "tutor" / "progress.db"
    except RuntimeError:
        return None


def lesson_to_open(course: Course, progress: Progress, wanted: str | None) -> Lesson:
    """The lesson asked for, or the one last open, or the first; raises UnknownLesson only for what was asked for."""
    if wanted is not None:
        return course.lesson(wanted)
    last = progress.recall("lesson")
    return next((lesson for lesson in course.lessons if lesson.id == last), course.lessons[0])
