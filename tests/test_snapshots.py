"""How the main states look at the three sizes. `pytest tests/test_snapshots.py --snapshot-update` takes them anew."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from textual.pilot import Pilot
from tui_pilot import Driver, FakeGrader, make_app

from tutor.conversation import CheckProgress
from tutor.course import Course
from tutor.report import Report
from tutor.tui.app import TutorApp
from tutor.tui.themes import LIGHT

Looks = Callable[..., bool]
SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)


@pytest.fixture
def looks_right(toy_course: Course, tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> Looks:
    """Opens the app, presses keys, and compares the screen with the picture kept for the test."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def compare(
        size: tuple[int, int],
        *keys: str,
        report: Report | None = None,
        light: bool = False,
        chinese: bool = False,
        welcome: bool = False,
    ) -> bool:
        monkeypatch.setenv("TUTOR_LANG", "zh" if chinese else "en")
        app = make_app(toy_course, tmp_path, FakeGrader(report), welcome=welcome)
        if light:
            app.theme = LIGHT.name
        return bool(snap_compare(app, terminal_size=size, run_before=pressing(app, keys)))

    return compare


def pressing(app: TutorApp, keys: tuple[str, ...]) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        driver = Driver(app, pilot, app.lesson_screen.runner._grader)  # type: ignore[arg-type]
        await ready(driver)
        for key in keys:
            await (driver.check() if key == "ctrl+s" else driver.press(key))
        await pilot.wait_for_scheduled_animations()

    return press


async def ready(driver: Driver) -> None:
    await driver.until(lambda: driver.screen.is_ready and driver.grader.is_started, "the whole screen")
    assert driver.screen.code.editor is not None
    driver.screen.code.editor.cursor_blink = False
    await driver.until(lambda: driver.screen.query("FooterKey"), "the footer")


def test_small_lesson(looks_right: Looks) -> None:
    assert looks_right(SMALL)


def test_small_code_after_a_failure(looks_right: Looks) -> None:
    assert looks_right(SMALL, "2", "ctrl+s", "2", report=sample_reports.wrong_values())


def test_small_results(looks_right: Looks) -> None:
    assert looks_right(SMALL, "3", "ctrl+s", report=sample_reports.wrong_values())


def test_small_course(looks_right: Looks) -> None:
    assert looks_right(SMALL, "4")


def test_too_small(looks_right: Looks) -> None:
    assert looks_right((50, 12))


def test_middle_not_checked(looks_right: Looks) -> None:
    assert looks_right(MIDDLE)


def test_middle_wrong_values_with_a_hint(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "2", "ctrl+s", "escape", "h", report=sample_reports.wrong_values())


def test_middle_wrong_values_light(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "2", "ctrl+s", report=sample_reports.wrong_values(), light=True)


def test_middle_heat_map(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "3", "ctrl+s", report=sample_reports.heat_map())


def test_middle_error(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "3", "ctrl+s", report=sample_reports.error())


def test_middle_passed(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "3", "ctrl+s", report=sample_reports.passed())


def test_middle_outline(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "f2")


def test_middle_help(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "f1")


def test_large_wrong_values(looks_right: Looks) -> None:
    assert looks_right(LARGE, "2", "ctrl+s", report=sample_reports.wrong_values())


def test_chinese_small_lesson(looks_right: Looks) -> None:
    assert looks_right(SMALL, chinese=True)


def test_chinese_middle_wrong_values_with_a_hint(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, "2", "ctrl+s", "escape", "h", report=sample_reports.wrong_values(), chinese=True)


def test_chinese_middle_welcome(looks_right: Looks) -> None:
    assert looks_right(MIDDLE, chinese=True, welcome=True)


def test_chinese_large_wrong_values(looks_right: Looks) -> None:
    assert looks_right(LARGE, "2", "ctrl+s", report=sample_reports.wrong_values(), chinese=True)


def test_middle_checking(
    toy_course: Course, tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    steps = (CheckProgress("running", 3, 5, "Gradients reach both inputs."),)
    app = make_app(toy_course, tmp_path, FakeGrader(gate=threading.Event(), progress=steps))

    async def start_a_slow_check(pilot: Pilot[None]) -> None:
        driver = Driver(app, pilot, app.lesson_screen.runner._grader)  # type: ignore[arg-type]
        await ready(driver)
        await driver.press("3", "ctrl+s")
        await driver.until(lambda: "check 4 of 5" in driver.results())

    assert snap_compare(app, terminal_size=MIDDLE, run_before=start_a_slow_check)
