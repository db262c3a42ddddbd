"""Passed lessons come back on the days FSRS says, whatever else the progress file holds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from every_state import FAILED, NOT_WRITTEN, PASSED

from tutor import schedule
from tutor.progress import Progress
from tutor.progress_file import SCHEMA_VERSION
from tutor.report import Report
from tutor.reviews import Reviews
from tutor.schedule import Rating

ROOT = Path(__file__).parent.parent
DAY = timedelta(days=1)
PASSED_AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


class Calendar:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = PASSED_AT

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "progress.db"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def reviews(path: Path, calendar: Calendar) -> Reviews:
    """Focal loss was passed on the first of March."""
    progress = Progress(path)
    progress.record(PASSED)
    return Reviews(progress, calendar, iter(range(1, 100)).__next__)


def passed_in_review(lesson: str = "focal_loss") -> Report:
    return replace(PASSED, lesson=lesson)


def test_the_first_interval_is_what_the_scheduler_gives_a_pass() -> None:
    assert schedule.card_of_a_pass(PASSED_AT).due == schedule.first_due(PASSED_AT)


def test_a_lesson_enters_the_schedule_when_it_is_first_passed(path: Path, calendar: Calendar) -> None:
    progress = Progress(path)
    reviews = Reviews(progress, calendar)
    progress.record(FAILED)
    assert reviews.all() == {}
    progress.record(PASSED)
    progress.record(replace(PASSED, started_at="2026-03-05T09:30:00Z"))
    assert reviews.all()["focal_loss"].due == PASSED_AT + 2 * DAY


def test_a_lesson_is_due_from_the_morning_of_its_day(reviews: Reviews, calendar: Calendar) -> None:
    calendar.now = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
    assert reviews.due() == []
    calendar.now = datetime(2026, 3, 3, 0, 1, tzinfo=UTC)
    (due,) = reviews.due()
    assert (due.lesson, due.days_since(calendar.now)) == ("focal_loss", 2)


def test_the_better_a_review_goes_the_later_the_lesson_comes_back(calendar: Calendar) -> None:
    now = PASSED_AT + 2 * DAY
    good, hard, again = (schedule.after_review(None, PASSED_AT, rating, now)[0] for rating in Rating)
    assert now < again < hard < good
    assert again == now + DAY


def test_the_same_history_gives_the_same_dates() -> None:
    now = PASSED_AT + 9 * DAY
    once = [schedule.after_review(None, PASSED_AT, Rating.GOOD, now) for _ in range(20)]
    assert len(set(once)) == 1


def test_intervals_grow_from_review_to_review(reviews: Reviews, calendar: Calendar) -> None:
    gaps = []
    for _ in range(4):
        calendar.now = reviews.all()["focal_loss"].due
        reviews.begin("focal_loss")
        after = reviews.record(passed_in_review())
        assert after is not None and after.due == reviews.all()["focal_loss"].due
        gaps.append(after.due - calendar.now)
    assert gaps == sorted(set(gaps))
    assert gaps[-1] <= schedule.LONGEST_INTERVAL * DAY


@pytest.mark.parametrize(("fails", "rating"), [(0, "good"), (1, "hard"), (3, "hard")])
def test_tries_decide_the_rating(reviews: Reviews, path: Path, fails: int, rating: str) -> None:
    reviews.begin("focal_loss")
    for report in [NOT_WRITTEN, *[FAILED] * fails]:
        assert reviews.record(report) is None
    reviews.record(PASSED)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT seed, tries, rating FROM reviews").fetchall() == [(1, fails + 1, rating)]


def test_giving_up_brings_the_lesson_back_the_next_day(reviews: Reviews, calendar: Calendar) -> None:
    calendar.now += 2 * DAY
    reviews.begin("focal_loss")
    reviews.record(FAILED)
    after = reviews.give_up("focal_loss")
    assert after is not None and after.days_left(calendar.now) == 1
    assert reviews.open_review("focal_loss") is None
    assert reviews.give_up("focal_loss") is None


def test_a_review_keeps_its_seed_until_it_ends_and_the_next_has_another(reviews: Reviews) -> None:
    first, again = reviews.begin("focal_loss"), reviews.begin("focal_loss")
    assert first is not None and first == again
    reviews.give_up("focal_loss")
    second = reviews.begin("focal_loss")
    assert second is not None and second.seed != first.seed


def test_reviews_leave_the_tries_of_the_lesson_alone(reviews: Reviews) -> None:
    before = reviews.progress.lesson("focal_loss")
    reviews.begin("focal_loss")
    reviews.record(FAILED)
    reviews.record(PASSED)
    assert reviews.progress.lesson("focal_loss") == before


@pytest.mark.parametrize("card", [None, "", "no card", "{}", '{"card_id": 0}', "[]"])
def test_a_card_that_says_nothing_counts_as_a_first_review(card: str | None) -> None:
    now = PASSED_AT + 3 * DAY
    assert schedule.after_review(card, PASSED_AT, Rating.GOOD, now) == schedule.after_review(
        None, PASSED_AT, Rating.GOOD, now
    )


# The file

VERSION_1 = """
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, lesson TEXT NOT NULL, outcome TEXT NOT NULL, score REAL NOT NULL,
    max_score REAL NOT NULL, failed TEXT NOT NULL, diagnosis TEXT NOT NULL, seconds REAL NOT NULL,
    sha256 TEXT NOT NULL);
CREATE INDEX attempts_by_lesson ON attempts (lesson);
CREATE TABLE hints (lesson TEXT PRIMARY KEY, shown INTEGER NOT NULL);
CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO attempts VALUES (7, '2026-03-01T09:30:00Z', 'focal_loss', 'passed', 6, 6, '[]', '[]', 0.4, 'ab');
INSERT INTO hints VALUES ('focal_loss', 2);
INSERT INTO memory VALUES ('language', '"zh"');
PRAGMA user_version = 1;
"""


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = ("attempts", "hints", "memory")
    with closing(sqlite3.connect(path)) as file:
        return {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def old_file(path: Path) -> Path:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(VERSION_1)
    return path


def test_an_older_file_is_read_as_it_is_and_its_passed_lessons_come_back(old_file: Path, calendar: Calendar) -> None:
    before = old_file.read_bytes()
    progress = Progress(old_file)
    calendar.now += 5 * DAY
    assert [one.lesson for one in Reviews(progress, calendar).due()] == ["focal_loss"]
    assert (progress.problem, old_file.read_bytes()) == (None, before)


def test_the_first_write_brings_an_older_file_up_to_date_and_loses_nothing(old_file: Path, calendar: Calendar) -> None:
    before = content(old_file)
    reviews = Reviews(Progress(old_file), calendar)
    reviews.begin("focal_loss")
    assert version(old_file) == SCHEMA_VERSION
    assert content(old_file) == before
    assert reviews.give_up("focal_loss") is not None
    assert Reviews(Progress(old_file), calendar).all() == reviews.all()


def test_a_review_that_could_not_be_saved_is_told_and_held_in_memory(calendar: Calendar) -> None:
    progress = Progress(Path("/proc/no-such-folder/progress.db"))
    progress.record(PASSED)
    reviews = Reviews(progress, calendar)
    assert reviews.begin("focal_loss") is not None
    assert not progress.is_saved
    assert progress.problem is not None and "set TUTOR_STATE_DIR" in progress.problem


def test_listing_what_is_due_loads_no_scheduler() -> None:
    code = (
        "import sys\nfrom tutor.reviews import Reviews\nfrom tutor.progress import Progress\nReviews(Progress()).due()"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(sorted(sys.modules))"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "'fsrs'" not in done.stdout and "'torch'" not in done.stdout
