"""When a passed lesson comes back: the FSRS scheduler, set to whole days and without chance.

https://github.com/open-spaced-repetition/py-fsrs; lessons are topics and not flashcards, so nothing comes back within
the day it was seen, and two learners with the same history get the same dates.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

FIRST_INTERVAL = timedelta(days=2)
"""What FSRS gives a first pass; written down so that listing what is due need not load the scheduler (0.1 s)."""
LONGEST_INTERVAL = 365
"""Days."""


class Rating(StrEnum):
    """How a review went."""

    GOOD = "good"
    """Passed at the first try."""
    HARD = "hard"
    """Passed after several tries."""
    AGAIN = "again"
    """Given up, or the solution was looked at."""


def first_due(passed_at: datetime) -> datetime:
    """When a lesson comes back for the first time."""
    return passed_at + FIRST_INTERVAL


def after_review(card: str | None, passed_at: datetime, rating: Rating, now: datetime) -> tuple[datetime, str]:
    """When the lesson comes back after this review, and the card to give next time; None stands for a first review."""
    import fsrs

    scheduler = _scheduler()
    known = _read_card(card) or card_of_a_pass(passed_at)
    rated = fsrs.Rating[rating.name.title()]
    after, _ = scheduler.review_card(known, rated, now.astimezone(UTC))
    return after.due, after.to_json()


def card_of_a_pass(passed_at: datetime) -> Card:
    """The card of a lesson that has just been passed for the first time."""
    import fsrs

    moment = passed_at.astimezone(UTC)
    card, _ = _scheduler().review_card(fsrs.Card(card_id=0, due=moment), fsrs.Rating.Good, moment)
    return card


def _scheduler() -> Scheduler:
    import fsrs

    return fsrs.Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_INTERVAL, enable_fuzzing=False
    )


def _read_card(text: str | None) -> Card | None:
    """The card as it was kept; None if it says nothing, and the lesson is then reviewed as if for the first time."""
    import fsrs

    try:
        return fsrs.Card.from_json(text) if text else None
    except (ValueError, KeyError, TypeError):
        return None
