"""How the main states look at the three sizes. `pytest tests/test_snapshots.py --snapshot-update` takes them anew."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from test_blocks_in_lessons import BlockGrader, course_with
from test_comparison import passing_grader
from test_dims import NAMED
from test_traces import RANKS, STEPS
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input
from tui_pilot import Driver, FakeGrader, make_app

from tutor.conversation import CheckProgress
from tutor.course import Course
from tutor.progress import Progress
from tutor.report import Difference, Outcome, Report
from tutor.tui.app import TutorApp
from tutor.tui.themes import LIGHT
from tutor.tui.wording.english import English

Looks = Callable[..., bool]
SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)


@pytest.fixture
def looks_right(toy_course: Course, tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> Looks:
    """Opens the app, presses keys, waits for words, and compares the screen with the picture kept for the test."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def compare(
        size: tuple[int, int],
        *keys: str,
        report: Report | None = None,
        grader: FakeGrader | None = None,
        course: Course = toy_course,
        progress: Progress | None = None,
        light: bool = False,
        chinese: bool = False,
        welcome: bool = False,
        until: Sequence[str] = (),
    ) -> bool:
        monkeypatch.setenv("TUTOR_LANG", "zh" if chinese else "en")
        app = make_app(course, tmp_path, grader or FakeGrader(report), progress=progress, welcome=welcome)
        if light:
            app.theme = LIGHT.name
        return bool(snap_compare(app, terminal_size=size, run_before=pressing(app, keys, until)))

    return compare


def pressing(app: TutorApp, keys: tuple[str, ...], until: Sequence[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        driver = Driver(app, pilot, app.lesson_screen.runner._grader)  # type: ignore[arg-type]
        await ready(driver)
        for key in keys:
            await (driver.check() if key == "ctrl+s" else driver.press(key))
        for words in until:
            await driver.until(lambda: words in " ".join(strip.text for strip in rendered(app)), words)  # noqa: B023
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.wait_for_scheduled_animations()

    return press


def rendered(app: TutorApp) -> list[Strip]:
    return app.screen._compositor.render_strips()


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


def test_large_lesson(looks_right: Looks) -> None:
    assert looks_right(LARGE)


def test_small_error(looks_right: Looks) -> None:
    assert looks_right(SMALL, "3", "ctrl+s", report=sample_reports.error())


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_passed(looks_right: Looks, size: tuple[int, int]) -> None:
    just_now = replace(sample_reports.passed(), started_at="")  # an older pass would be due for review
    assert looks_right(size, "3", "ctrl+s", report=just_now)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_heat_map(looks_right: Looks, size: tuple[int, int]) -> None:
    assert looks_right(size, "3", "ctrl+s", report=sample_reports.heat_map())


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_wrong_shape_under_the_names_of_its_dimensions(looks_right: Looks, size: tuple[int, int]) -> None:
    failure = sample_reports.check("The sizes agree.", Outcome.FAILED, case="conv(image)", differences=(NAMED,))
    assert looks_right(size, "3", "ctrl+s", report=sample_reports.failing(failure))


@pytest.mark.parametrize(("size", "series"), [(SMALL, RANKS), (MIDDLE, STEPS)], ids=["small_ranks", "middle_steps"])
def test_timeline(looks_right: Looks, size: tuple[int, int], series: Difference) -> None:
    failure = sample_reports.check("The order is kept.", Outcome.FAILED, case="train()", differences=(series,))
    assert looks_right(size, "3", "ctrl+s", report=sample_reports.failing(failure))


def test_middle_prediction_form(looks_right: Looks, toy_course: Course, tmp_path: Path) -> None:
    grader = BlockGrader(sample_reports.passed(), offered=("[11, 2]", "[33, 4]"))
    course = course_with(toy_course, tmp_path)
    assert looks_right(
        MIDDLE, "]", "]", "]", "enter", grader=grader, course=course, until=("[33, 4]", "choose", "not now")
    )


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_comparison(looks_right: Looks, size: tuple[int, int]) -> None:
    assert looks_right(size, "3", "ctrl+s", "c", grader=passing_grader(), until=("return 1",))


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_history(looks_right: Looks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr(English, "when", lambda _, at: at[:16].replace("T", " "))
    progress = Progress(tmp_path / "state" / "progress.db")
    progress.record(sample_reports.wrong_values(), b"def outer_sum(a, b):\n    return a + b\n")
    progress.record(sample_reports.passed(), b"def outer_sum(a, b):\n    return a[:, None] + b\n")
    assert looks_right(size, "w", progress=progress, until=("Try 2",))


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_welcome(looks_right: Looks, size: tuple[int, int]) -> None:
    assert looks_right(size, welcome=True, until=("Welcome",))


def test_small_help(looks_right: Looks) -> None:
    assert looks_right(SMALL, "f1")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_checking(
    toy_course: Course, tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    steps = (CheckProgress("running", 3, 5, "Gradients reach both inputs."),)
    app = make_app(toy_course, tmp_path, FakeGrader(gate=threading.Event(), progress=steps))

    async def start_a_slow_check(pilot: Pilot[None]) -> None:
        driver = Driver(app, pilot, app.lesson_screen.runner._grader)  # type: ignore[arg-type]
        await ready(driver)
        await driver.press("3", "ctrl+s")
        await driver.until(lambda: "check 4 of 5" in driver.results())

    assert snap_compare(app, terminal_size=size, run_before=start_a_slow_check)
