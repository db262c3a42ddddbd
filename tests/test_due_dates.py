"""Late by the table, never by accident."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.classroom.due_dates import DueDate, DueDates, read_due_dates
from tutor.classroom.roster import Roster, RosterEntry
from tutor.course import Course
from tutor.errors import UsageError

DUE = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def dates(tmp_path: Path, text: str, course: Course | None = None, roster: Roster | None = None) -> DueDates:
    path = tmp_path / "dates.csv"
    path.write_text(text, encoding="utf-8")
    return read_due_dates(path, course, roster)


def test_a_date_alone_is_the_end_of_that_day_here(tmp_path: Path) -> None:
    found = dates(tmp_path, "lesson,due\nfocal-loss,2026-11-20\n")
    assert found.days_late("ada", "focal_loss", datetime.fromisoformat("2026-11-20T22:59:59Z")) == 0
    assert found.days_late("ada", "focal_loss", datetime.fromisoformat("2026-11-20T23:00:00Z")) == 1


@pytest.mark.parametrize("due", ["2026-11-20T13:00", "2026-11-20T13:00+01:00", "2026-11-20 12:00Z", "20261120T120000Z"])
def test_a_time_is_local_unless_it_names_its_zone(tmp_path: Path, due: str) -> None:
    found = dates(tmp_path, f"Lesson;Due\nfocal_loss;{due}\n").due("ada", "focal_loss")
    assert found is not None and found.due == DUE


def test_a_started_day_counts_whole() -> None:
    found = DueDates((DueDate("focal_loss", DUE),))
    late = {timedelta(0): 0, timedelta(seconds=1): 1, timedelta(days=1): 1, timedelta(days=1, seconds=1): 2}
    for after, days in late.items():
        assert found.days_late("ada", "focal_loss", DUE + after) == days
    assert found.days_late("ada", "focal_loss", DUE - timedelta(days=9)) == 0


def test_nobody_is_late_by_a_time_that_nobody_knows_or_for_what_is_not_due() -> None:
    found = DueDates((DueDate("focal_loss", DUE, penalty_per_day=0.5),))
    assert found.days_late("ada", "focal_loss", None) is None
    assert found.penalty("ada", "focal_loss", None) == 0.0
    assert found.days_late("ada", "other", DUE) == 0


def test_a_penalty_grows_by_the_day_and_ends_at_everything(tmp_path: Path) -> None:
    lines = ("focal_loss,2026-11-20T12:00Z,2026-11-24T12:00Z,10 %", "*,2026-11-20T12:00Z,,0.4")
    found = dates(tmp_path, "\n".join(("lesson,due,late_until,penalty_per_day", *lines)))
    assert found.penalty("ada", "focal_loss", DUE) == 0.0
    assert found.penalty("ada", "focal_loss", DUE + timedelta(days=2)) == pytest.approx(0.2)
    assert found.penalty("ada", "focal_loss", DUE + timedelta(days=4, seconds=1)) == 1.0
    assert found.penalty("ada", "another", DUE + timedelta(days=3)) == 1.0


def test_an_extension_moves_the_whole_window(tmp_path: Path) -> None:
    text = (
        "lesson,due,late_until,penalty_per_day,student\n"
        "*,2026-11-20T12:00Z,2026-11-22T12:00Z,0.1,\n"
        "*,2026-11-27T12:00Z,,,ada\n"
        "focal_loss,2026-12-04T12:00Z,,0,ada\n"
    )
    found = dates(tmp_path, text)
    week = timedelta(days=7)
    assert found.days_late("bob", "adding", DUE + week) == 7
    assert found.penalty("bob", "adding", DUE + week) == 1.0
    assert found.days_late("ada", "adding", DUE + week) == 0
    assert found.penalty("ada", "adding", DUE + week + timedelta(days=2)) == pytest.approx(0.2)
    assert found.penalty("ada", "adding", DUE + week + timedelta(days=3)) == 1.0
    assert found.penalty("ada", "focal_loss", DUE + 2 * week + timedelta(days=1)) == 0.0


def test_names_are_those_of_the_course_and_the_roster(tmp_path: Path, course: Course) -> None:
    roster = Roster([RosterEntry("s1", "Ada Lovelace"), RosterEntry("s2", "Bob")])
    text = 'lesson,due,student\nfocal-loss,2026-11-20,"Lovelace, Ada"\n'
    assert dates(tmp_path, text, course, roster).dates[0].student == "s1"
    with pytest.raises(UsageError, match=r'line 2: There is no lesson called "focal-los"\. Did you mean "focal-loss"'):
        dates(tmp_path, "lesson,due\nfocal-los,2026-11-20\n", course)
    with pytest.raises(UsageError, match='line 2: "Eve" is not in the roster'):
        dates(tmp_path, "lesson,due,student\nfocal-loss,2026-11-20,Eve\n", course, roster)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lesson\nx\n", 'dates.csv, line 1: there is no column "due".'),
        ("lesson,due\n", "dates.csv holds no due date."),
        ("lesson,due\nx,20.11.2026\n", 'dates.csv, line 2: due is "20.11.2026", which is no date of ISO 8601.'),
        ("lesson,due\nx,\n", "dates.csv, line 2: x has no due date."),
        ("lesson,due\n,2026-11-20\n", "dates.csv, line 2: no lesson is named."),
        (
            "lesson,due\nx,0001-01-01T00:00\n",
            'dates.csv, line 2: due is "0001-01-01T00:00", which is no date of ISO 8601.',
        ),
        ("lesson,due,late_until\nx,2026-11-20,2026-11-19\n", "dates.csv, line 2: late_until is before due."),
        (
            "lesson,due,penalty_per_day\nx,2026-11-20,10\n",
            'dates.csv, line 2: penalty_per_day is "10"; it is a part of the points, 0 to 1.',
        ),
        ("lesson,due\nx,2026-11-20\nX,2026-11-21\n", "dates.csv, line 3: x is on line 2 already."),
    ],
)
def test_a_table_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        dates(tmp_path, text)
    assert caught.value.message.replace(f"{tmp_path}/", "") == message
    assert caught.value.advice


@given(st.text(alphabet="lesson,due\n2026-10T:Z+*%.é", max_size=80))
def test_no_table_does_worse_than_a_usage_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        dates(tmp_path_factory.getbasetemp(), f"lesson,due,late_until,penalty_per_day,student\n{text}")
    except UsageError as error:
        assert error.advice
