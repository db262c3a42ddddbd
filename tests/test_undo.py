"""Undo reaches back past saves, checks and edits made elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor.course import Course


async def undo_until(app: Driver, text: str) -> None:
    for _ in range(20):
        if app.editor_text == text:
            return
        await app.press("ctrl+z")
    raise AssertionError(f"undo never came to {text!r}")


async def test_undo_goes_on_past_a_check(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error())) as app:
        stub = app.editor_text
        await app.press("2")
        await app.type("a = 1\n")
        await app.check()
        await app.type("b = 2\n")
        await app.check()
        typed = app.editor_text

        await undo_until(app, "a = 1\n" + stub)
        await undo_until(app, stub)
        for _ in range(20):
            await app.press("ctrl+y")
        assert app.editor_text == typed


async def test_undo_goes_on_past_an_edit_made_elsewhere(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        stub = app.editor_text
        await app.press("2")
        await app.type("a = 1\n")
        await app.check()
        beside = app.file.with_suffix(".new")
        beside.write_text("# from elsewhere\n")
        os.replace(beside, app.file)
        await app.until(lambda: app.editor_text == "# from elsewhere\n" and len(app.grader.requests) == 2)

        await app.press("ctrl+z")
        assert app.editor_text == "a = 1\n" + stub
        await undo_until(app, stub)


async def test_undo_after_a_check_is_an_edit_that_can_be_saved(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed())) as app:
        stub = app.editor_text
        await app.press("2")
        await app.type("a = 1\n")
        await app.check()
        await undo_until(app, stub)
        assert app.screen.code.is_unsaved
        await app.check()

        assert app.file.read_text() == stub
