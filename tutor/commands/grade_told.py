"""What `tutor grade` says while it works, before it and after it."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.classroom.result import Result, Standing
from tutor.render.text import duration, one_line, pad

if TYPE_CHECKING:
    from tutor.classroom.gradebook import Gradebook, LessonTally
    from tutor.classroom.hand_in import StrayFile, Submissions
    from tutor.commands.console import Console
    from tutor.course import Course

_BETWEEN = 0.1
"""Seconds between two drawings of the progress line."""
_BAR = 20
_MOST_STRAYS = 10


class GradingProgress:
    """One line that counts, with how long the rest will take."""

    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._drawn = 0.0

    def heard(self, result: Result) -> None:
        """Count one result, and draw the line if the last time is long enough ago."""
        if result.standing is not Standing.MISSING:
            self._done += 1
        now = time.monotonic()
        if now - self._drawn >= _BETWEEN:
            self._drawn = now
            self._console.passing(self._line(now - self._started))

    def _line(self, seconds: float) -> str:
        filled = round(_BAR * self._done / max(1, self._total))
        bar = "█" * filled + "·" * (_BAR - filled)
        left = f" · {duration((self._total - self._done) * seconds / self._done)} left" if self._done > 2 else ""
        return f"{bar} {self._done} of {self._total}{left}"

    def end(self, kept: int) -> None:
        """Say what it took."""
        seconds = time.monotonic() - self._started
        graded = self._done - kept
        again = f" {kept} had a grade already." if kept else ""
        self._console.passing("")
        self._console.say(f"{_counted(graded, 'hand-in')} looked at in {duration(seconds)}.{again}")


def plan(submissions: Submissions, course: Course, out: Path) -> str:
    """What `--dry-run` found, lesson by lesson, and what belongs to nobody."""
    found = Counter(hand_in.lesson for hand_in in submissions.hand_ins)
    missing = Counter(lesson for _, lesson in submissions.missing)
    lessons = [lesson for lesson in course.lessons if found[lesson.id] or missing[lesson.id]]
    students = {one.student for one in submissions.hand_ins} | {student for student, _ in submissions.missing}
    width = max((len(lesson.slug) for lesson in lessons), default=0)
    lines = [f"{_counted(len(students), 'student')}, {_counted(len(submissions.hand_ins), 'hand-in')}:", ""]
    lines += [
        f"  {pad(lesson.slug, width)}  {found[lesson.id]:>5} handed in  {missing[lesson.id]:>5} missing"
        for lesson in lessons
    ]
    lines += [*_strays(submissions.strays), "", f"Nothing was graded. The grades would go to {out}."]
    return "\n".join(lines) + "\n"


def summary(book: Gradebook, submissions: Submissions, out: Path) -> str:
    """The class in a few lines, and where everything is."""
    tallies = book.lesson_tallies()
    width = max((len(tally.lesson) for tally in tallies), default=0)
    lines = [_tally(tally, width) for tally in tallies]
    lines += _strays(submissions.strays)
    if ours := sum(tally.not_graded for tally in tallies):
        lines += ["", f"{_counted(ours, 'hand-in')} could not be graded here, through no fault of the students."]
        lines += ["The report says why; the same command tries them again."]
    lines += ["", f"Grades: {out / 'grades.csv'}", f"Report: {out / 'report.html'}"]
    return "\n".join(lines) + "\n"


def _tally(tally: LessonTally, width: int) -> str:
    median = "–" if tally.median_score is None else f"{tally.median_score:g} of {tally.max_score:g}"
    parts = [f"{tally.passed} of {tally.handed_in} passed", f"median {median}"]
    apart = (("missing", tally.missing), ("unreadable", tally.unreadable), ("not graded", tally.not_graded))
    parts += [f"{count} {name}" for name, count in apart if count]
    return f"{pad(tally.lesson.replace('_', '-'), width)}  {', '.join(parts)}"


def _strays(strays: tuple[StrayFile, ...]) -> list[str]:
    if not strays:
        return []
    lines = ["", f"{_counted(len(strays), 'file')} to look at:"]
    lines += [f"  {one_line(stray.place)}: {one_line(stray.reason)}" for stray in strays[:_MOST_STRAYS]]
    more = len(strays) - _MOST_STRAYS
    return [*lines, f"  … and {more} more, all in the report"] if more > 0 else lines


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
