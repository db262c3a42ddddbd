"""Other right ways: shown after a pass or on a clear yes, and only the right ones, as the judge sends them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sample_reports
from conftest import Grading
from tui_pilot import Driver, FakeGrader, running

from tutor.course import Course
from tutor.errors import WorkerError
from tutor.tui.answers import right_ways
from tutor.tui.comparison import Comparison
from tutor.tui.draw_comparison import changes, draw_beside, draw_changes
from tutor.tui.page import Page
from tutor.tui.wording import say

ANSWERS = {
    "answers": [
        {"name": "right_loops", "sentence": "Two loops.", "source": '"""Two loops."""\n\n\ndef f():\n    return 2\n'},
        {"name": "wrong_adds_twice", "sentence": "Adds twice.", "source": "SECRET = 1\n"},
        {"name": "reference", "sentence": "One line.", "source": "def f():\n    return 1\n"},
    ]
}


class AnsweringGrader(FakeGrader):
    async_error: WorkerError | None = None

    def answers(self, lesson: str) -> dict[str, Any]:
        if self.async_error:
            raise self.async_error
        return ANSWERS


async def pass_and_compare(app: Driver) -> None:
    await app.press("3")
    await app.check()
    await app.press("c")
    await app.until(lambda: isinstance(app.app.screen, Comparison), "the comparison")


def passing_grader() -> AnsweringGrader:
    return AnsweringGrader(sample_reports.passed())


def test_only_right_answers_are_shown_the_reference_first_and_without_their_docstrings() -> None:
    ways = right_ways(ANSWERS)

    assert [way.name for way in ways] == [say.reference, "loops"]
    assert ways[1].source == "def f():\n    return 2"


async def test_after_a_pass_c_shows_each_right_way_beside_ones_own(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, passing_grader()) as app:
        await pass_and_compare(app)
        assert say.compare_key in app.results()
        assert "return 1" in app.shown() and "def outer_sum" in app.shown()

        await app.press("right_square_bracket")
        assert "loops   2 of 2" in app.shown() and "return 2" in app.shown()
        await app.press("left_square_bracket", "escape")
        assert app.app.screen is app.screen


async def test_a_narrow_window_shows_the_changes_and_d_the_whole_answer(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, passing_grader(), size=(80, 24)) as app:
        await pass_and_compare(app)
        assert "- def outer_sum" in app.shown()

        await app.press("d")
        assert "def outer_sum" not in app.shown() and "return 1" in app.shown()


async def test_before_a_pass_it_asks_and_no_means_no(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, AnsweringGrader(sample_reports.wrong_values())) as app:
        await app.press("c")
        await app.until(lambda: say.compare_early_title in app.shown())
        await app.press("n")
        assert app.app.screen is app.screen

        await app.press("c", "y")
        await app.until(lambda: isinstance(app.app.screen, Comparison), "the comparison")


async def test_a_course_without_answers_says_so(toy_course: Course, tmp_path: Path) -> None:
    grader = passing_grader()
    grader.async_error = WorkerError("There are no answers here.", "Ask whoever gave you the course.")
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("3")
        await app.check()
        await app.press("c")
        await app.until(lambda: "There are no answers here." in app.shown())


def test_the_judge_of_a_real_course_sends_what_is_shown(toy_grading: Grading) -> None:
    ways = right_ways(toy_grading.client.answers("outer_sum"))

    assert {"loops", "rows", "expand"} <= {way.name for way in ways}
    assert all(way.source.strip() and way.sentence for way in ways)


def test_equal_lines_stand_beside_each_other_and_long_equal_stretches_are_shortened() -> None:
    mine = "\n".join(["a = 1", *(f"same_{n}" for n in range(20))])
    other = mine.replace("a = 1", "a = 2\nb = 3")
    assert changes(mine, other)[0] == ("replace", ["a = 1"], ["a = 2", "b = 3"])

    beside, changed = Page(100), Page(60)
    draw_beside(beside, mine, other)
    draw_changes(changed, mine, other)
    assert any(line.plain.count("same_7") == 2 for line in beside.lines)
    assert say.same_lines(14) in "\n".join(line.plain for line in changed.lines)
    assert all(line.cell_length <= 100 for line in beside.lines)
