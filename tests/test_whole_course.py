"""The course can be taken in the app: every lesson opens at every size, is solved, and leads to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Grading
from tui_pilot import running
from warm_grader import WarmGrader

from tutor.course import Course
from tutor.progress import Progress
from tutor.report import Outcome

SIZES = [(80, 24), (120, 36), (200, 50)]
AT_OTHER_SIZES = 8
"""Lessons that are enough to see that panes side by side lead on as tabs do."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_learner_solves_every_lesson_from_the_first_to_the_last(
    course: Course, grading: Grading, tmp_path: Path, size: tuple[int, int]
) -> None:
    grader = WarmGrader(grading.client)
    progress = Progress(tmp_path / "progress.db")
    lessons = course.lessons if size == SIZES[0] else course.lessons[:AT_OTHER_SIZES]
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
            for _ in range(20):  # the first check of a lesson may load what PyTorch loads late
                if len(grader.requests) > asked and app.screen.runner.running is None:
                    break
                await app.pilot.pause(0.5)
            assert grader.last is not None and grader.last.lesson == lesson.id
            assert grader.last.outcome is Outcome.PASSED
            await app.until(lambda lesson=lesson: progress.lesson(lesson.id).status == "passed", "the pass is kept")
            await app.press("escape", "n")
    assert {entry.status for entry in progress.all().values()} == {"passed"}
    assert len(progress.all()) == len(lessons)
