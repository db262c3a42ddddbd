"""Where a learner stands with one lesson: which hints apply, how many were shown, what a pass brings."""

from __future__ import annotations

from pathlib import Path

from tutor.course import Course, Hint, Lesson
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui.result_state import Achievement


def hints_for(lesson: Lesson, report: Report | None) -> tuple[Hint, ...]:
    """The hints for what a learner should look at first: the item that failed, else the first one."""
    check = report.first_failure if report else None
    if check is not None and (hints := lesson.hints_for(check.item)):
        return hints
    return lesson.hints_for(lesson.hints[0].item) if lesson.hints else ()


def hints_shown(progress: Progress, lesson: Lesson, hints: tuple[Hint, ...]) -> int:
    """How many of these hints were shown before."""
    key = _key(lesson, hints)
    shown = progress.recall(key, 0) if key else progress.lesson(lesson.id).hints_shown
    return min(int(shown), len(hints))


def show_hint(progress: Progress, lesson: Lesson, hints: tuple[Hint, ...]) -> int:
    """Count one more as shown and return how many that makes."""
    shown = hints_shown(progress, lesson, hints)
    if shown == len(hints):
        return shown
    progress.show_hint(lesson.id)
    if key := _key(lesson, hints):
        progress.remember(key, shown + 1)
    return shown + 1


def _key(lesson: Lesson, hints: tuple[Hint, ...]) -> str:
    """Where the count of one item's hints is kept; empty when the lesson's own count is all there is."""
    item = next((hint.item for hint in hints if hint.item), "")
    return f"hints.{lesson.id}.{item}" if item else ""


def achievement(course: Course, lesson: Lesson, progress: Progress) -> Achievement:
    """What passing this lesson means, with the unit's and the course's progress."""
    every = progress.all()
    passed = {name for name, entry in every.items() if entry.status == "passed"}
    unit, following = course.unit_of(lesson), course.after(lesson)
    return Achievement(
        you_can_now=lesson.you_can_now,
        unit=unit.title,
        unit_number=unit.number,
        done=sum(one.id in passed for one in unit.lessons),
        total=len(unit.lessons),
        next_lesson=f"{following.number} {following.title}" if following else "",
        is_course_done=all(one.id in passed for one in course.lessons),
    )


def short_path(path: Path) -> str:
    """The path as a learner writes it, with ~ for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
