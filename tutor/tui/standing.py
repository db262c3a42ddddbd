"""Where a learner stands with one lesson: which hints apply, and what a pass brings."""

from __future__ import annotations

from pathlib import Path

from tutor import hints
from tutor.course import Course, Hint, Lesson, Unit
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui.result_state import Achievement


def hints_for(lesson: Lesson, report: Report | None) -> tuple[Hint, ...]:
    """The hints for what a learner should look at first: the item that failed, else the first one."""
    check = report.first_failure if report else None
    return (lesson.hints_for(check.item) if check else ()) or next(iter(hints.sequences(lesson)), ())


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
        summary=_summary(course, unit, passed),
    )


def _summary(course: Course, unit: Unit, passed: set[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All units at the end of the course; a unit of several lessons at its own end."""
    if passed.issuperset(one.id for one in course.lessons):
        units = course.units
    elif len(unit.lessons) > 1 and passed.issuperset(one.id for one in unit.lessons):
        units = (unit,)
    else:
        return ()
    return tuple((one.title, tuple(skill for lesson in one.lessons for skill in lesson.you_can_now)) for one in units)


def short_path(path: Path) -> str:
    """The path as a learner writes it, with ~ for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
