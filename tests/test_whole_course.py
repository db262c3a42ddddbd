"""In the app a lesson opens, is solved, and leads to the next. Each day another stretch and size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Grading
from tui_pilot import running
from turns import of_today
from warm_grader import WarmGrader

from tutor.course import Course, Lesson
from tutor.progress import Progress
from tutor.report import Outcome

STRETCHES = {(80, 24): 12, (120, 36): 6, (200, 50): 6}
"""At each size, how many lessons in a row; fewer are enough to see that panes side by side lead on as tabs do."""


def stretch_of_today(lessons: Sequence[Lesson], length: int) -> Sequence[Lesson]:
    """So many lessons and the one they lead to; the whole course when everything is asked for."""
    firsts = of_today(range(0, len(lessons), length), a_day=1)
    return lessons[firsts[0] : firsts[-1] + length + 1]


@pytest.mark.parametrize("size", of_today(list(STRETCHES), a_day=1), ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_learner_solves_one_lesson_after_the_other(
    course: Course, grading: Grading, tmp_path: Path, size: tuple[int, int]
) -> None:
    grader = WarmGrader(grading.client)
    progress = Progress(tmp_path / "progress.db")
    lessons = stretch_of_today(course.lessons, STRETCHES[size])
    async with running(course, tmp_path, grader, size=size, lesson=lessons[0].id, progress=progress) as app:  # type: ignore[arg-type]
        for lesson in lessons:
            await app.until(lambda lesson=lesson: app.screen.lesson.id == lesson.id, f"{lesson.id} opens")
            await app.until(lambda lesson=lesson: app.editor_text == lesson.stub_source, f"the stub of {lesson.id}")
            await app.press("1")
            await app.until(lambda lesson=lesson: lesson.title[:20] in app.shown(), f"the text of {lesson.id}")
            assert app.screen.code.editor is not None
            app.screen.code.editor.text = grading.answer(lesson.id)
            asked = len(grader.requests)
            await app.press("ctrl+s")
            for _ in range(120):  # the first check of a lesson may load what PyTorch loads late
                if len(grader.requests) > asked and app.screen.runner.running is None:
                    break
                await app.pilot.pause(0.5)
            assert grader.last is not None and grader.last.lesson == lesson.id
            assert grader.last.outcome is Outcome.PASSED
            await app.until(lambda lesson=lesson: progress.lesson(lesson.id).status == "passed", "the pass is kept")
            await app.press("escape", "n")
    assert {entry.status for entry in progress.all().values()} == {"passed"}
    assert len(progress.all()) == len(lessons)
