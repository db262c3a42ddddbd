"""Where a learner is, how a hand-in went and which keys work can be read off the screen, also of a narrow one."""

from __future__ import annotations

from pathlib import Path

import sample_reports
from test_blocks_in_lessons import reading
from test_predictions_in_place import open_form
from tui_pilot import running

from tutor.course import Course
from tutor.report import Outcome
from tutor.tui.draw_result import draw_result
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say


async def test_a_narrow_top_bar_leaves_out_the_unit_before_it_cuts_the_lesson(course: Course, tmp_path: Path) -> None:
    lesson = course.lesson("intermediate_layer_getter")
    async with running(course, tmp_path, size=(80, 24), lesson=lesson.id) as app:
        assert f"◆ tutor  {lesson.number} {lesson.title} " in app.shown()
        await app.pilot.resize_terminal(120, 36)
        await app.until(
            lambda: f"◆ tutor  {course.unit_of(lesson).title} › {lesson.number} {lesson.title} " in app.shown()
        )


async def test_an_outline_that_lies_over_the_lesson_has_room_for_every_title(course: Course, tmp_path: Path) -> None:
    """Scrolled to where the lesson is, the outline shows those around it."""
    height = 36
    async with running(course, tmp_path, lesson="focal_loss", size=(120, height)) as app:
        await app.press("f2")
        unseen = [f"{lesson.number} {lesson.title}" for lesson in course.lessons]
        for key in ["up"] * len(course.lessons) + ["down"] * 2 * len(course.lessons):
            unseen = [title for title in unseen if title not in app.shown()]
            if not unseen:
                break
            await app.press(key)
        assert unseen == []


def test_the_counts_of_a_summary_add_up_to_the_checks_of_the_title() -> None:
    others = [sample_reports.check(f"Claim {n}.", Outcome.ERROR, message="It raises.") for n in range(3)]
    waiting = sample_reports.check("It waits.", Outcome.BLOCKED, message="Waits.")
    passing = sample_reports.check("It passes.", Outcome.PASSED)
    optional = sample_reports.check("It is optional.", Outcome.PASSED, stretch=True)
    report = sample_reports.report([passing, *others, waiting, optional])

    line = draw_result(ResultState(report=report), 90, 0).lines[1].plain
    assert (say.passes(1), say.do_not_pass(3), say.waiting(1)) == tuple(
        part for part in (say.passes(1), say.do_not_pass(3), say.waiting(1)) if part in line
    )


async def test_a_prediction_that_is_asked_for_shows_only_the_keys_of_its_form(
    toy_course: Course, tmp_path: Path
) -> None:
    form_keys, block_keys = (keys.split(" · ")[0] for keys in (say.predict_keys, say.predict_first_keys))
    async with reading(toy_course, tmp_path) as app:
        await open_form(app)
        await app.until(lambda: form_keys in app.shown() and block_keys not in app.shown())
        await app.press("escape")
        await app.until(lambda: block_keys in app.shown())
