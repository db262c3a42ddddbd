"""How many hints of one item a learner has seen: the app and the command line count them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course import Hint, Lesson
    from tutor.progress import Progress

Sequence = tuple["Hint", ...]
"""The hints for one item, in the order they are shown."""


def sequences(lesson: Lesson) -> list[Sequence]:
    """One sequence for each item the lesson has hints for; a single one when none names an item."""
    items = dict.fromkeys(hint.item for hint in lesson.hints if hint.item)
    return [lesson.hints_for(item) for item in items] if items else [lesson.hints] * bool(lesson.hints)


def shown(progress: Progress, lesson: Lesson, hints: Sequence) -> int:
    """How many of these hints were shown before."""
    key = _key(lesson, hints)
    count = progress.recall(key, 0) if key else progress.lesson(lesson.id).hints_shown
    return min(count, len(hints)) if isinstance(count, int) else 0


def show(progress: Progress, lesson: Lesson, hints: Sequence) -> int:
    """Count one more as shown, if there is one, and return how many that makes."""
    count = shown(progress, lesson, hints)
    if count == len(hints):
        return count
    progress.show_hint(lesson.id)
    if key := _key(lesson, hints):
        progress.remember(key, count + 1)
    return count + 1


def _key(lesson: Lesson, hints: Sequence) -> str:
    """Where the count of one item's hints is kept; empty when the lesson's own count is all there is."""
    item = next((hint.item for hint in hints if hint.item), "")
    return f"hints.{lesson.id}.{item}" if item else ""
