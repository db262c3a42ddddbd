"""A window may become too small to use and large again, whatever is on the screen: nothing fails, nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor.conversation import CheckProgress
from tutor.course import Course

SIZES = [(80, 24), (20, 6), (1, 1), (120, 36)]


async def idle(app: Driver) -> None:
    await app.press("3")


async def running_check(app: Driver) -> None:
    app.grader.gate = threading.Event()
    app.grader.progress = (CheckProgress("running", 3, 5, "Gradients reach both inputs."),)
    await app.press("3", "ctrl+s")
    await app.until(lambda: "check 4 of 5" in app.results(), "a running check")


async def wrong(app: Driver) -> None:
    app.grader.report = sample_reports.wrong_values()
    await app.press("3")
    await app.check()


async def passed(app: Driver) -> None:
    app.grader.report = sample_reports.passed()
    await app.press("3")
    await app.check()


async def conflict(app: Driver) -> None:
    await app.press("2")
    await app.type("mine")
    app.file.write_text("theirs")
    await app.until(lambda: app.screen.code.has_conflict, "the conflict")


async def gone(app: Driver) -> None:
    await app.press("3")
    app.file.unlink()
    await app.until(lambda: "is gone" in app.results(), "the loss")


async def help_window(app: Driver) -> None:
    await app.press("3", "f1")


async def question(app: Driver) -> None:
    await app.press("3", "r")


async def palette(app: Driver) -> None:
    await app.press("3", "ctrl+p")


async def outline(app: Driver) -> None:
    await app.press("4")


STATES: dict[Callable[[Driver], Awaitable[None]], str] = {
    idle: "Not checked yet",
    running_check: "check 4 of 5",
    wrong: "1 of 4 checks pass",
    passed: "All 5 checks pass",
    conflict: "This file changed outside the tutor.",
    gone: "outer_sum.py is gone",
    help_window: "save and check",
    question: "Start this exercise again?",
    palette: "Save and check",
    outline: "2.1 A mean that moves",
}


@pytest.mark.parametrize("reach", STATES, ids=lambda state: state.__name__)
async def test_a_state_is_there_again_after_any_size(
    toy_course: Course, tmp_path: Path, reach: Callable[[Driver], Awaitable[None]]
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(), size=(200, 50)) as app:
        await reach(app)
        await app.until(lambda: STATES[reach] in app.shown(), "the state")
        typed = app.editor_text
        for size in SIZES:
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            widths = {strip.cell_length for strip in app.app.screen._compositor.render_strips()}
            assert widths == {size[0]}
        await app.until(lambda: STATES[reach] in app.shown(), "the state again")
        assert app.editor_text == typed
