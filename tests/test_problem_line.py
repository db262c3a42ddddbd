"""The line a result is about: marked without colour, followed through edits, and one key away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from test_editor import Page, typed
from tui_pilot import Driver, FakeGrader, running

from tutor.course import Course
from tutor.report import Outcome, Report
from tutor.tui.editor import PROBLEM
from tutor.tui.problem_line import defining_line, followed
from tutor.tui.wording import say

BEFORE = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("after", "row"),
    [
        (["a", "b", "c", "d"], 1),
        (["new", "a", "b", "c", "d"], 2),
        (["b", "c", "d"], 0),
        (["a", "b", "d"], 1),
        (["a", "b", "new", "c", "d"], 1),
        (["a", "edited", "c", "d"], None),
        (["a", "c", "d"], None),
        ([""], None),
        (["a", "b"], 1),
        (["a", "b", "b", "c", "d"], 1),
    ],
)
def test_a_line_is_followed_until_it_is_edited(after: list[str], row: int | None) -> None:
    assert followed(1, BEFORE, after) == row


@pytest.mark.parametrize(
    ("item", "row"),
    [("Loss", 2), ("Loss.forward", 3), ("P_1", 0), ("mean", 5), ("forwards", None), ("P", None), ("", None)],
)
def test_what_failed_is_found_where_it_is_defined(item: str, row: int | None) -> None:
    lines = ["P_1: int = 3", "if P == 1: pass", "class Loss(Module):", "    def forward(self):", "", "def mean(x): ..."]
    report = sample_reports.failing(replace(sample_reports.wrong_values().checks[1], item=item), 0)
    assert defining_line(report, lines) == row


def gutter(app: Page, row: int) -> str:
    return app.editor.render_line(row).text[: app.editor.gutter_width]


async def test_the_mark_stands_beside_the_number_and_nothing_moves() -> None:
    app = Page("a\n    b\n")
    async with app.run_test():
        before = [app.editor.render_line(row) for row in range(3)]
        app.editor.mark_problem(1)

        assert [gutter(app, row) for row in range(3)] == ["1  ", f"2{PROBLEM} ", "3  "]
        assert app.editor.render_line(1).text[3:] == before[1].text[3:]
        assert app.editor.render_line(1).cell_length == before[1].cell_length


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TEXTUAL_COLOR_SYSTEM", "standard")])
async def test_the_mark_can_be_read_without_colours(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    app = Page("a\nb\n")
    async with app.run_test() as pilot:
        app.editor.mark_problem(1)
        await pilot.pause()
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        assert lines[1].startswith(f"2{PROBLEM} b")


@pytest.mark.parametrize("long", ["x" * 200, "\t" + "中" * 90])
async def test_the_mark_stays_when_the_line_is_scrolled_sideways(long: str) -> None:
    app = Page(f"a\n{long}\n")
    async with app.run_test() as pilot:
        app.editor.mark_problem(1)
        app.editor.move_cursor((1, len(long)))
        await pilot.pause()
        assert app.editor.scroll_offset.x > 0
        assert gutter(app, 1) == f"2{PROBLEM} "
        assert app.editor.render_line(1).cell_length == app.editor.render_line(0).cell_length


async def test_the_mark_goes_with_its_line_and_away_when_it_is_edited() -> None:
    app = Page("a\nb\nc")
    async with app.run_test() as pilot:
        app.editor.mark_problem(1)
        await typed(pilot, "\n\n")
        await pilot.pause()
        assert gutter(app, 3) == f"4{PROBLEM} "

        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert gutter(app, 1) == f"2{PROBLEM} "

        await pilot.press("down", "x")
        await pilot.pause()
        assert PROBLEM not in gutter(app, 1)


# In the app

SOURCE = "\n".join(f"line_{number} = {number}" for number in range(1, 61)) + "\n"


async def with_result(app: Driver, report: Report) -> None:
    app.file.write_text(SOURCE)
    await app.until(lambda: app.editor_text == SOURCE and app.screen.runner.running is None)
    app.grader.report = report
    await app.check()


async def press_g(app: Driver) -> None:
    await app.press("3", "g")


async def choose_in_the_palette(app: Driver) -> None:
    await app.press("ctrl+p")
    await app.type("go to the line")
    await app.until(lambda: say.command_line in app.shown())
    await app.press("down", "enter")


@pytest.mark.parametrize("go", [press_g, choose_in_the_palette])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_cursor_goes_to_the_line_that_stopped(
    toy_course: Course, tmp_path: Path, go: Callable[[Driver], object], size: tuple[int, int]
) -> None:
    error = sample_reports.error()
    frames = error.checks[0].problem.frames if error.checks[0].problem else ()
    problem = replace(error.checks[0].problem, frames=(replace(frames[0], line=48, source="    line_48 = 48"),))  # type: ignore[type-var]
    report = replace(error, checks=(replace(error.checks[0], problem=problem), *error.checks[1:]))
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), size=size) as app:
        await with_result(app, report)
        await app.press("1")
        await go(app)  # type: ignore[misc]
        editor = app.screen.code.editor
        assert editor is not None
        await app.until(lambda: editor.has_focus)

        assert editor.cursor_location == (47, 0)
        assert app.screen.pane == "code"
        assert f"48{PROBLEM} line_48" in app.shown()


async def test_a_wrong_value_leads_to_the_function_it_came_from(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.check()
        await app.press("3", "g")

        assert app.screen.code.editor is not None
        assert app.screen.code.editor.cursor_location == (6, 0)
        assert f"7{PROBLEM}" not in app.shown()


async def test_a_result_about_no_line_says_so_and_moves_nothing(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        await app.press("3", "g")
        await app.until(lambda: say.no_problem_line in app.shown())
        await app.check()
        await app.press("g")

        assert app.screen.pane == "results"
        assert app.screen.code.editor is not None
        assert app.screen.code.editor.cursor_location == (0, 0)


async def test_enter_in_the_results_still_only_edits(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        await app.check()
        await app.press("3", "enter")

        assert app.screen.code.editor is not None
        assert app.screen.code.editor.has_focus
        assert app.screen.code.editor.cursor_location == (0, 0)


async def test_a_line_typed_above_while_the_check_ran_moves_the_mark(toy_course: Course, tmp_path: Path) -> None:
    assert sample_reports.error().checks[0].outcome is Outcome.ERROR
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        await app.check()
        app.screen.code.editor.replace("import os\n", (0, 0), (0, 0))  # type: ignore[union-attr]
        app.screen.mark_problem()

        assert app.screen.code.editor is not None
        assert app.screen.code.editor.problem_line == 8


async def test_the_mark_is_there_again_when_the_lesson_is(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        editor = app.screen.code.editor
        assert editor is not None
        await app.check()
        assert editor.problem_line == 7
        await app.press("n")
        await app.until(lambda: app.screen.lesson.id == "running_mean" and editor.problem_line is None)
        await app.press("p")
        await app.until(lambda: editor.problem_line == 7)
