"""The window that shows what changed between tries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor import history
from tutor.course import Course
from tutor.progress import Progress
from tutor.tui.dialogs import History
from tutor.tui.draw_history import MOST_SHOWN
from tutor.tui.wording import say


def told(app: Driver) -> str:
    """All text of the window, on the screen or scrolled away."""
    assert isinstance(app.app.screen, History)
    return str(app.app.screen._page.content.plain)


async def test_w_shows_the_tries_the_newest_first_with_what_changed(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.press("2")
        await app.type("x = 1\n")
        await app.check()
        app.grader.report = sample_reports.passed()
        await app.type("y = 2\n")
        await app.check()
        await app.press("escape", "w")
        await app.until(lambda: isinstance(app.app.screen, History))

        second, first = told(app).split("Try 1")
        assert "Try 2" in second and "Passed" in second and "+y = 2" in second and "+x = 1" not in second
        assert f"{say.misconception}: adds twice" in first and "+x = 1" in first
        assert "Try 2" in app.shown()
        await app.press("w")
        assert app.app.screen is app.screen


async def test_a_lesson_without_tries_says_how_to_make_one(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("w")
        await app.until(lambda: say.no_tries in app.shown())


async def test_w_in_the_editor_is_a_letter(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        await app.press("2", "w")
        assert app.editor_text.startswith("w")
        assert app.app.screen is app.screen


async def test_a_review_is_no_try_at_the_lesson(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "state" / "progress.db")
    progress.record(replace(sample_reports.passed(), started_at="2026-03-01T12:00:00Z"), b"solved\n")
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), progress=progress) as app:
        await app.press("v")
        await app.until(lambda: app.screen.review is not None)
        await app.check()
        assert len(history.attempts(progress, "outer_sum")) == 1


async def test_the_learners_text_is_never_markup_and_never_moves_the_cursor(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "state" / "progress.db")
    progress.record(sample_reports.wrong_values(), b"[bold]x[/bold] = '\x1b[2J\x07'\n[@click=app.quit]no[/]\n")
    async with running(toy_course, tmp_path, progress=progress) as app:
        await app.press("w")
        await app.until(lambda: "[bold]x[/bold]" in app.shown())
        assert "[@click=app.quit]no[/]" in app.shown()
        assert not {"\x1b", "\x07"} & set(told(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
async def test_its_lines_fit_the_window(toy_course: Course, tmp_path: Path, size: tuple[int, int]) -> None:
    progress = Progress(tmp_path / "state" / "progress.db")
    progress.record(sample_reports.wrong_values(), ("x = " + "1 + " * 80 + "1\n").encode() * 3)
    async with running(toy_course, tmp_path, progress=progress, size=size) as app:
        await app.press("w")
        await app.until(lambda: "Try 1" in app.shown())
        assert {strip.cell_length for strip in app.app.screen._compositor.render_strips()} == {size[0]}
        assert "x = 1 + 1" in app.shown() and "…" in app.shown()


async def test_only_the_last_tries_are_drawn_and_the_others_are_counted(toy_course: Course, tmp_path: Path) -> None:
    progress = Progress(tmp_path / "state" / "progress.db")
    for number in range(MOST_SHOWN + 2):
        progress.record(sample_reports.wrong_values(), f"x = {number}\n".encode())
    async with running(toy_course, tmp_path, progress=progress) as app:
        await app.press("w")
        await app.until(lambda: isinstance(app.app.screen, History))
        assert f"Try {MOST_SHOWN + 2}" in told(app) and "Try 2 " not in told(app)
        assert say.earlier_tries(2).replace("`", "") in told(app)
