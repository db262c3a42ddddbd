"""When hand-ins were due, who had longer, and what being late costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from pathlib import Path

from tutor.classroom.csv_table import Row, Table, read_table
from tutor.classroom.file_names import shown
from tutor.classroom.roster import Roster
from tutor.course import Course
from tutor.errors import UnknownLesson, UsageError

EVERY_LESSON = "*"
COLUMNS = ("lesson", "due", "late_until", "penalty_per_day", "student")


@dataclass(frozen=True)
class DueDate:
    """One line of the table: when a lesson is due, for everybody or for one student."""

    lesson: str
    """A lesson's id, or EVERY_LESSON."""
    due: datetime
    late_until: datetime | None = None
    """From then on nothing is accepted; None: no end."""
    penalty_per_day: float | None = None
    """The part of the points that each started day costs, 0 to 1."""
    student: str = ""
    """Whose extension it is; "": everybody's."""


class DueDates:
    """Every due date of a course."""

    def __init__(self, dates: tuple[DueDate, ...] = ()) -> None:
        self.dates = dates
        self._by_key = {(each.student, each.lesson): each for each in dates}

    def due(self, student: str, lesson: str) -> DueDate | None:
        """What holds for this student and lesson, None if nothing does.

        A student's own line comes before everybody's, and in each a lesson's own before that for every lesson. What
        an extension leaves empty is as for everybody: the same penalty, and as long a time after the new due date.
        """
        general = self._line("", lesson)
        own = self._line(student, lesson) if student else None
        if own is None or general is None:
            return own or general
        late_until = own.late_until
        if late_until is None and general.late_until is not None:
            late_until = own.due + (general.late_until - general.due)
        penalty = general.penalty_per_day if own.penalty_per_day is None else own.penalty_per_day
        return DueDate(lesson, own.due, late_until, penalty, student)

    def days_late(self, student: str, lesson: str, submitted_at: datetime | None) -> int | None:
        """Days after the due date, a started one counting whole; 0 in time or where nothing is due.

        None when something is due but nothing trustworthy says when it was handed in. A day is 24 hours.
        """
        due = self.due(student, lesson)
        if due is None:
            return 0
        if submitted_at is None:
            return None
        return max(0, ceil((submitted_at - due.due) / timedelta(days=1)))

    def penalty(self, student: str, lesson: str, submitted_at: datetime | None) -> float:
        """The part of the points that lateness costs, 0.0 to 1.0; 0.0 when nobody knows, 1.0 after `late_until`."""
        due, days = self.due(student, lesson), self.days_late(student, lesson, submitted_at)
        if due is None or not days or submitted_at is None:
            return 0.0
        if due.late_until is not None and submitted_at > due.late_until:
            return 1.0
        return min(1.0, days * (due.penalty_per_day or 0.0))

    def _line(self, student: str, lesson: str) -> DueDate | None:
        return self._by_key.get((student, lesson)) or self._by_key.get((student, EVERY_LESSON))


def read_due_dates(path: Path, course: Course | None = None, roster: Roster | None = None) -> DueDates:
    """Read a CSV file with the columns lesson and due, and any of late_until, penalty_per_day (0.1 or 10%), student.

    Dates are ISO 8601; without a time zone the local one is meant, without a time the end of that day. With `course`
    a lesson has to be one of it, with `roster` a student one of it, by any name. Raises UsageError with the line.
    """
    table = read_table(path, COLUMNS, "your due dates")
    missing = [column for column in COLUMNS[:2] if column not in table.columns]
    if missing:
        raise UsageError(
            f'{shown(str(path))}, line 1: there is no column "{missing[0]}".',
            f"The header is {','.join(COLUMNS)}; the last three may be left out.",
        )
    dates: dict[tuple[str, str], DueDate] = {}
    lines: dict[tuple[str, str], int] = {}
    for row in table.rows:
        each = _due_date(table, row, course, roster)
        key = (each.student, each.lesson)
        if key in dates:
            whose = f" for {shown(each.student)}" if each.student else ""
            raise table.fault(row.line, f"{each.lesson}{whose} is on line {lines[key]} already.", "Remove one of them.")
        dates[key], lines[key] = each, row.line
    if not dates:
        raise UsageError(f"{shown(str(path))} holds no due date.", "Write one lesson a line below the header.")
    return DueDates(tuple(dates.values()))


def _due_date(table: Table, row: Row, course: Course | None, roster: Roster | None) -> DueDate:
    lesson = _lesson(table, row, course)
    due = _moment(table, row, "due")
    if due is None:
        raise table.fault(row.line, f"{lesson} has no due date.", "Write one like 2026-11-20 or 2026-11-20T18:00.")
    late_until = _moment(table, row, "late_until")
    if late_until is not None and late_until < due:
        raise table.fault(row.line, "late_until is before due.", "Exchange them, or leave late_until empty.")
    return DueDate(lesson, due, late_until, _penalty(table, row), _student(table, row, roster))


def _lesson(table: Table, row: Row, course: Course | None) -> str:
    name = row.values.get("lesson", "")
    if not name:
        raise table.fault(row.line, "no lesson is named.", "Write its name, or * for all of them.")
    if name == EVERY_LESSON:
        return name
    if course is None:
        return name.lower().replace("-", "_").removesuffix(".py")
    try:
        return course.lesson(name).id
    except UnknownLesson as error:
        raise table.fault(row.line, shown(error.message), error.advice) from error


def _student(table: Table, row: Row, roster: Roster | None) -> str:
    name = row.values.get("student", "")
    if not name or roster is None:
        return name
    meant = roster.find(name)
    if len(meant) != 1:
        several = f" may be {' or '.join(shown(entry.id) for entry in meant[:4])}" if meant else " is not in the roster"
        raise table.fault(row.line, f'"{shown(name)}"{several}.', "Write the id that the roster has.")
    return meant[0].id


def _moment(table: Table, row: Row, column: str) -> datetime | None:
    text = row.values.get(column, "")
    if not text:
        return None
    try:
        return _end_of_day(text) or _with_zone(datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError) as error:
        message = f'{column} is "{shown(text)}", which is no date of ISO 8601.'
        raise table.fault(row.line, message, "Write it like 2026-11-20, 2026-11-20T18:00 or with +01:00.") from error


def _end_of_day(text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return _with_zone(datetime.combine(day, time.max))


def _with_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.astimezone()


def _penalty(table: Table, row: Row) -> float | None:
    text = row.values.get("penalty_per_day", "")
    if not text:
        return None
    number, percent, rest = text.partition("%")
    try:
        value = float(number.strip().replace(",", ".")) / (100 if percent else 1)
    except ValueError:
        value = -1.0
    if rest.strip() or not 0 <= value <= 1:
        message = f'penalty_per_day is "{shown(text)}"; it is a part of the points, 0 to 1.'
        raise table.fault(row.line, message, "Write ten percent as 0.1 or 10%.")
    return value
