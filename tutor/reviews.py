"""Which passed lessons come back for review, the reviews that are going on, and how past ones went.

A review is one check of the lesson on inputs nobody has seen: a seed is drawn when it begins and kept with its result.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from tutor import schedule
from tutor.errors import TutorError
from tutor.progress import NOT_A_TRY
from tutor.schedule import Rating

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.course import Lesson
    from tutor.progress import Progress
    from tutor.report import Report
    from tutor.workspace import Workspace

Clock = Callable[[], datetime]
_LAST = """
    SELECT lesson, due, ended_at, card FROM reviews
    WHERE id IN (SELECT MAX(id) FROM reviews WHERE rating IS NOT NULL GROUP BY lesson)
"""


def local_now() -> datetime:
    """The time where the learner is: a lesson is due from the morning of its day."""
    return datetime.now().astimezone()


def draw_seed() -> int:
    return int.from_bytes(os.urandom(4), "big")


@dataclass(frozen=True)
class Standing:
    """When one passed lesson comes back, and since when it has not been seen."""

    lesson: str
    due: datetime
    seen_at: datetime
    """Its last review, else its first pass."""
    is_reviewed: bool
    card: str | None = None

    def days_left(self, now: datetime) -> int:
        """In calendar days; 0 or less when it is due."""
        return _days(now, self.due, now.tzinfo)

    def days_since(self, now: datetime) -> int:
        return max(0, _days(self.seen_at, now, now.tzinfo))


@dataclass(frozen=True)
class Review:
    """A review that is going on."""

    id: int
    lesson: str
    seed: int
    tries: int


@dataclass(frozen=True)
class Prepared:
    """A review whose file is there to be written in."""

    review: Review
    is_new: bool
    """Whether the file is the starting file; else it is as the learner left it."""
    backup: Path | None
    """Where the file of an earlier review is kept."""


class Reviews:
    """The reviews in a learner's progress file; like it, this raises nothing but for a review that cannot begin."""

    def __init__(self, progress: Progress, clock: Clock | None = None, draw: Callable[[], int] | None = None) -> None:
        self.progress = progress
        self.clock = clock or local_now
        self._draw_seed = draw or draw_seed

    def all(self) -> dict[str, Standing]:
        """Every lesson that has been passed, the first to come back first."""
        last = {lesson: values for lesson, *values in self.progress.ask(_LAST)}
        every = (
            _standing(lesson, entry.passed_at, *last.get(lesson, ())) for lesson, entry in self.progress.all().items()
        )
        found = sorted((one for one in every if one), key=lambda one: (one.due, one.lesson))
        return {one.lesson: one for one in found}

    def due(self) -> list[Standing]:
        """What comes back today or should have before, the longest waiting first."""
        now = self.clock()
        return [one for one in self.all().values() if one.days_left(now) <= 0]

    def open_review(self, lesson: str) -> Review | None:
        """The review of a lesson that has begun and not ended."""
        query = "SELECT id, lesson, seed, tries FROM reviews WHERE lesson = ? AND rating IS NULL"
        found = self.progress.ask(query, lesson)
        return Review(*found[0]) if found else None

    def prepare(self, lesson: Lesson, files: Workspace) -> Prepared:
        """Begin a review with the starting file, or go on with the one that is open; raises TutorError."""
        is_new = self.open_review(lesson.id) is None
        backup = files.reset(lesson) if is_new else None
        is_new = is_new or not files.path(lesson).exists()
        files.ensure(lesson)
        review = self.begin(lesson.id)
        if review is None or not self.progress.is_saved:  # whatever checks it later would not find it
            raise TutorError("The review cannot be kept, so it does not begin.", self.progress.problem or "")
        return Prepared(review, is_new, backup)

    def begin(self, lesson: str) -> Review | None:
        """The review that is open, or a new one with a seed of its own; None if even memory did not take it."""
        values = (lesson, self._draw_seed(), _text(self.clock()))
        self.progress.write("INSERT OR IGNORE INTO reviews (lesson, seed, started_at) VALUES (?, ?, ?)", *values)
        return self.open_review(lesson)

    def record(self, report: Report) -> Standing | None:
        """Count one try; a pass ends the review. Returns when the lesson comes back, once it has ended."""
        review = self.open_review(report.lesson)
        if review is None or report.outcome in NOT_A_TRY:
            return None
        self.progress.write("UPDATE reviews SET tries = tries + 1 WHERE id = ?", review.id)
        if not report.passed:
            return None
        return self._end(review, Rating.HARD if review.tries else Rating.GOOD)

    def give_up(self, lesson: str) -> Standing | None:
        """End a review without a pass; None if none is open."""
        review = self.open_review(lesson)
        return self._end(review, Rating.AGAIN) if review else None

    def _end(self, review: Review, rating: Rating) -> Standing | None:
        known, now = self.all().get(review.lesson), self.clock()
        passed_at = known.seen_at if known else now
        due, card = schedule.after_review(known.card if known else None, passed_at, rating, now)
        values = (str(rating), _text(now), _text(due), card, review.id)
        statement = "UPDATE reviews SET rating = ?, ended_at = ?, due = ?, card = ? WHERE id = ? AND rating IS NULL"
        self.progress.write(statement, *values)
        return Standing(review.lesson, due, now, True, card)


def _standing(
    lesson: str, passed_at: str | None, due: str | None = None, ended_at: str | None = None, card: str | None = None
) -> Standing | None:
    """None for a lesson that is not passed."""
    passed, ended, comes_back = map(_moment, (passed_at, ended_at, due))
    if ended is not None and comes_back is not None:
        return Standing(lesson, comes_back, ended, True, card)
    return Standing(lesson, schedule.first_due(passed), passed, False) if passed else None


def _days(start: datetime, end: datetime, zone: tzinfo | None) -> int:
    """Midnights between two moments, where the learner is."""
    return (end.astimezone(zone).date() - start.astimezone(zone).date()).days


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
