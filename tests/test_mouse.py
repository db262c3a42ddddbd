"""A beginner who uses only the mouse, and the keyboard to write code, can do everything that is needed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sample_reports
from conftest import Grading
from every_state import RAISED
from rich.cells import cell_len
from test_slices import failing, stack
from textual.events import Click, Paste
from tui_pilot import Driver, FakeGrader, running
from turns import of_today
from warm_grader import WarmGrader

from tutor.course import Course
from tutor.progress import Progress
from tutor.tui.answers import RightWay
from tutor.tui.comparison import Comparison
from tutor.tui.dialogs import Help
from tutor.tui.wording import say

SIZES = pytest.mark.parametrize("size", of_today([(80, 24), (200, 50)], a_day=1), ids=str)


async def click_on(app: Driver, words: str, at: int = 1) -> None:
    """Click where these words stand on the screen, as a learner would."""
    await app.until(lambda: words in app.shown(), f"{words!r} on the screen")
    strips = app.app.screen._compositor.render_strips()
    y, line = [(y, strip.text) for y, strip in enumerate(strips) if words in strip.text][-1]
    x = cell_len(line[: line.rindex(words)]) + at
    widget, region = app.app.screen.get_widget_at(x, y)
    await app.pilot.click(widget, offset=(x - region.x, y - region.y))
    await app.pilot.pause()


async def paste(app: Driver, source: str) -> None:
    """Replace the code in the editor by what is pasted into it."""
    editor = app.screen.code.editor
    assert editor is not None and editor.has_focus, "a click put the cursor into the code"
    editor.select_all()
    app.app.post_message(Paste(source))
    await app.until(lambda: editor.text == source, "the pasted code")


async def open_tab(app: Driver, name: str) -> None:
    """Where panes are tabs, click the tab; where they stand side by side, there is none to click."""
    if app.screen.is_narrow:
        await click_on(app, f" {name}")


@SIZES
async def test_a_lesson_is_opened_solved_and_left_by_clicks(
    toy_course: Course, toy_grading: Grading, tmp_path: Path, size: tuple[int, int]
) -> None:
    progress = Progress(tmp_path / "progress.db")
    grader = WarmGrader(toy_grading.client)
    async with running(
        toy_course,
        tmp_path,
        grader,
        size=size,
        lesson="running_mean",
        progress=progress,
        welcome=True,  # type: ignore[arg-type]
    ) as app:
        app.patience = 400
        await click_on(app, say.start_key)
        await app.until(lambda: app.app.screen is app.screen, "the welcome is closed")

        await open_tab(app, "4 Course")
        await click_on(app, "1.1 Every pair")
        await app.until(lambda: app.screen.lesson.id == "outer_sum", "the lesson chosen in the outline")

        await click_on(app, "F1")
        await app.until(lambda: "save and check" in app.shown(), "the help")
        await click_on(app, say.close_key)
        await app.until(lambda: app.app.screen is app.screen, "the help is closed")

        await click_on(app, "Hint")
        await app.until(lambda: "Hint 1 of 3" in app.shown(), "a hint")

        await open_tab(app, "2 Code")
        await app.pilot.click("Editor", offset=(10, 3))
        await paste(app, "def outer_sum(a, b):\n    return aa\n")
        await click_on(app, "Check")
        await app.until(lambda: "NameError" in app.shown(), "an error")
        await click_on(app, say.go_to_line_key)
        await app.until(lambda: app.screen.pane == "code", "the line")

        await app.pilot.click("Editor", offset=(10, 1))
        await paste(app, toy_grading.answer("outer_sum"))
        await click_on(app, "Check")
        await app.until(lambda: "All 3 checks pass" in app.shown(), "the pass")

        await click_on(app, say.compare_key)
        await app.until(lambda: say.compare_title in app.shown(), "the comparison")
        await click_on(app, "Esc  close")
        await app.until(lambda: app.app.screen is app.screen, "the comparison is closed")
        await click_on(app, "next lesson")
        await app.until(lambda: app.screen.lesson.id == "running_mean", "the next lesson")


@SIZES
async def test_a_prediction_is_chosen_and_its_block_run_by_clicks(
    toy_course: Course, toy_grading: Grading, tmp_path: Path, size: tuple[int, int]
) -> None:
    grader = WarmGrader(toy_grading.client)
    async with running(toy_course, tmp_path, grader, size=size, lesson="running_mean") as app:  # type: ignore[arg-type]
        app.patience = 400
        app.screen.lesson_pane.blocks[0].scroll_visible(animate=False)
        await click_on(app, "for v in (1.0, 1.0)")
        await click_on(app, "write down your prediction")
        await click_on(app, "0.75")
        await app.until(lambda: "PREDICT_1 = 0.75" in app.editor_text, "the answer in the file")
        await app.until(lambda: app.screen.runner.running is None and grader.last is not None, "the check")

        await open_tab(app, "1 Lesson")
        await click_on(app, "for v in (1.0, 1.0)")
        await click_on(app, "run it")
        await app.until(lambda: say.just_gave in app.shown(), "what the block gives")


@SIZES
async def test_the_views_of_a_result_are_stepped_through_by_clicks(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(failing(stack((0, 1), (1, 0)))), size=size) as app:
        await click_on(app, "Check")
        await open_tab(app, "3 Results")
        await click_on(app, f"]  {say.other_slice_keys}", at=0)
        await app.until(lambda: app.screen.state.slice == 1, "the next slice")
        await click_on(app, f"[ ]  {say.other_slice_keys}", at=0)
        await app.until(lambda: app.screen.state.slice == 0, "the slice before")
        if say.other_view_key in app.shown():
            await click_on(app, say.other_view_key)
            assert app.screen.state.view == 1

        app.grader.report = RAISED
        await click_on(app, "Check")
        await click_on(app, say.traceback_key)
        await app.until(lambda: app.screen.state.traceback, "every line")


@SIZES
async def test_a_check_is_stopped_and_a_lost_file_brought_back_by_clicks(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    grader = FakeGrader(sample_reports.passed(), gate=threading.Event())
    async with running(toy_course, tmp_path, grader, size=size) as app:
        await click_on(app, "Check")
        await open_tab(app, "3 Results")
        await click_on(app, say.stop_key)
        await app.until(lambda: app.screen.runner.running is None, "the end of the check")

        app.file.unlink()
        await click_on(app, say.restore_typed_key)
        await app.until(app.file.exists, "the file")


@SIZES
async def test_a_question_is_answered_and_a_window_left_by_clicks(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(toy_course, tmp_path, size=size) as app:
        await app.press("r")
        await click_on(app, say.again_no)
        assert app.app.screen is app.screen
        await app.press("f1")
        await app.pilot.click(offset=(0, 0))
        await app.until(lambda: app.app.screen is app.screen, "a click beside the window closes it")


async def test_a_window_that_is_told_to_close_twice_closes_once(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        for window in Help(), Comparison((RightWay("ours", "", "x = 1"),), "x = 2"):
            await app.app.push_screen(window)
            for _ in range(2):  # as a second click does, that was on its way when the first closed the window
                window.on_click(Click(window, 0, 0, 0, 0, 1, False, False, False))
            await app.until(lambda: app.app.screen is app.screen, "the window is closed")
