"""Checks while typing: asked for by nobody, so they save nothing, count nothing and take nothing away."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import sample_reports
from tui_pilot import Driver, FakeGrader, running

from tutor.course import Course
from tutor.errors import WorkerError
from tutor.progress import Progress
from tutor.tui import live
from tutor.tui.editor import PROBLEM
from tutor.tui.wording import say

FAILED = "1 of 4 checks pass"


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "PAUSE", 0.05)


@asynccontextmanager
async def typing(
    course: Course,
    folder: Path,
    *,
    is_checked: bool = True,
    size: tuple[int, int] = (120, 36),
    clock: Callable[[], float] = lambda: 0.0,
) -> AsyncIterator[Driver]:
    """The app with live mode on and the cursor in the editor, usually after a check that failed."""
    progress = Progress(folder / "progress.db")
    progress.remember("live", True)
    grader = FakeGrader(sample_reports.wrong_values())
    async with running(course, folder, grader, progress=progress, size=size, clock=clock) as app:
        if is_checked:
            await app.check()
        await app.press("2")
        yield app


async def live_check(app: Driver, text: str = "x") -> None:
    """Type, and wait for the live check to be over."""
    before = len(app.grader.requests)
    await app.type(text)
    await app.until(lambda: len(app.grader.requests) > before and app.screen.live.is_idle, "a live check")


def tries(app: Driver) -> int:
    return app.screen.learned.lesson("outer_sum").tries


async def test_a_pause_in_typing_shows_what_the_code_gives_now(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.report = sample_reports.passed()
        await live_check(app, "y = 2\n")

        assert app.grader.requests[-1].source.startswith(b"y = 2\n")
        assert f"All 5 checks pass   {say.live}" in app.results()
        assert f"{say.results} · {say.live}" in app.shown()
        assert say.live_counts in app.results()


async def test_it_saves_no_file_and_counts_no_try(
    toy_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typing(toy_course, tmp_path) as app:
        before, when, counted = app.file.read_bytes(), app.file.stat().st_mtime_ns, tries(app)
        monkeypatch.setattr(Progress, "record", lambda *_: pytest.fail("a live check was recorded"))
        app.grader.report = sample_reports.passed()
        await live_check(app)

        assert app.file.read_bytes() == before
        assert app.file.stat().st_mtime_ns == when
        assert tries(app) == counted
        assert app.screen.learned.lesson("outer_sum").status == "tried"
        assert "0/2" in app.shown()
        assert say.edited in app.shown()


async def test_ctrl_s_still_saves_checks_and_counts(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.report = sample_reports.passed()
        await live_check(app)
        counted = tries(app)
        await app.check()

        assert app.file.read_text().startswith("x")
        assert tries(app) == counted + 1
        assert app.screen.learned.lesson("outer_sum").status == "passed"
        assert f"   {say.live}" not in app.results()
        assert say.you_can_now in app.results()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_focus_and_the_pane_stay_where_they_are(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with typing(toy_course, tmp_path, size=size) as app:
        app.grader.report = sample_reports.error()
        await live_check(app)

        assert app.screen.pane == "code"
        assert app.screen.focused is app.screen.code.editor
        assert f"8{PROBLEM} " in app.shown()


async def test_in_a_narrow_window_the_strip_says_that_it_is_live(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path, size=(80, 24)) as app:
        await live_check(app)
        assert f"{FAILED} · {say.live}" in app.shown()


async def test_the_next_key_cancels_a_check_and_says_nothing_of_it(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        before = app.results()
        app.grader.gate = threading.Event()
        await app.type("a")
        await app.until(lambda: len(app.grader.requests) == 2, "a live check")
        await app.press("b")

        assert app.grader.gate.is_set()
        await app.until(lambda: len(app.grader.requests) == 3 and app.screen.live.is_idle, "the next one")
        assert app.grader.requests[-1].source.startswith(b"ab")
        assert say.stopped not in app.shown()
        assert say.checking not in app.results()
        assert before.splitlines()[1:] == app.results().splitlines()[1:]


async def test_a_save_takes_the_place_of_a_live_check(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.gate = threading.Event()
        await app.type("a")
        await app.until(lambda: len(app.grader.requests) == 2, "a live check")
        await app.check()

        assert app.screen.live.is_idle
        assert say.live not in app.results().split("\n")[0]
        assert app.file.read_text().startswith("a")


async def test_half_a_line_is_waited_for_and_the_result_before_it_stays(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.report = sample_reports.syntax_error()
        await live_check(app, "x = ")
        assert FAILED in app.results()
        assert say.live_waiting in " ".join(app.results().split())
        assert say.cannot_read(10) not in app.results()
        assert PROBLEM not in app.screen.code.editor.render_line(9).text[:5]  # type: ignore[union-attr]

        app.grader.report = sample_reports.passed()
        await live_check(app, "1")
        assert "All 5 checks pass" in app.results()
        assert say.live_waiting not in " ".join(app.results().split())


async def test_going_back_to_the_checked_text_ends_the_waiting(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.report = sample_reports.syntax_error()
        await live_check(app)
        asked = len(app.grader.requests)
        await app.press("backspace")
        await app.until(lambda: say.live not in app.results().split("\n")[0])

        assert FAILED in app.results()
        assert len(app.grader.requests) == asked


async def test_it_stays_quiet_until_the_lesson_was_checked_once(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path, is_checked=False) as app:
        await app.type("abc")
        assert app.screen.live.is_idle
        assert app.grader.requests == []

        await app.check()
        await live_check(app)


async def test_opening_a_lesson_again_stays_quiet(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        await live_check(app)
        await app.press("escape", "n")
        await app.until(lambda: app.screen.lesson.id == "running_mean")
        asked = len(app.grader.requests)
        await app.press("2")
        await app.type("abc")
        assert app.screen.live.is_idle

        await app.press("escape", "p")
        await app.until(lambda: app.screen.lesson.id == "outer_sum")
        assert app.screen.live.is_idle
        assert len(app.grader.requests) == asked
        assert say.edited_since in app.results()


async def test_it_is_off_unless_asked_for(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.check()
        await app.press("2")
        await app.type("abc")
        assert app.screen.live.is_idle


async def toggle(app: Driver) -> None:
    wanted = say.command_live(app.screen.is_live)
    await app.press("ctrl+p")
    await app.type("while typing")
    await app.until(lambda: wanted in app.shown())
    await app.press("down", "enter")


async def test_the_palette_turns_it_on_and_off_and_it_is_remembered(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        await app.check()
        await toggle(app)
        await app.until(lambda: app.screen.is_live)
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.wrong_values())) as app:
        assert app.screen.is_live
        await app.check()
        await app.press("2")
        app.grader.report = sample_reports.passed()
        await live_check(app)
        await toggle(app)
        await app.until(lambda: FAILED in app.results())

        assert say.edited_since in app.results()
        await app.type("abc")
        assert app.screen.live.is_idle
    async with running(toy_course, tmp_path) as app:
        assert not app.screen.is_live


class Watch:
    """A clock that a grader moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_slow_lesson_is_said_once_and_then_left_in_peace(toy_course: Course, tmp_path: Path) -> None:
    watch = Watch()
    async with typing(toy_course, tmp_path, clock=watch) as app:
        app.grader.gate = threading.Event()
        await app.type("a")
        await app.until(lambda: len(app.grader.requests) == 2, "a live check")
        watch.now += 1.4
        app.grader.gate.set()
        await app.until(lambda: say.live_paused(1.4)[:30] in app.shown())
        await app.type("b")

        assert app.screen.live.is_idle
        assert app.screen.live.paused == {"outer_sum"}
        await app.check()
        assert say.live not in app.results().split("\n")[0]


async def test_a_slow_check_counts_as_slow_when_it_is_cancelled_too(toy_course: Course, tmp_path: Path) -> None:
    watch = Watch()
    async with typing(toy_course, tmp_path, clock=watch) as app:
        app.grader.gate = threading.Event()
        await app.type("a")
        await app.until(lambda: len(app.grader.requests) == 2, "a live check")
        watch.now += 9
        await app.type("b")

        await app.until(lambda: app.screen.live.paused == {"outer_sum"})
        assert app.screen.live.is_idle


async def test_a_grader_that_is_lost_is_said_once_and_takes_no_result_away(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.error = WorkerError("The worker ended.", "Run `tutor doctor`.")
        await live_check(app)
        await app.until(lambda: "The worker ended." in app.shown())

        assert FAILED in app.results()
        await app.type("b")
        assert app.screen.live.is_idle


async def test_quitting_during_a_live_check_ends_it(toy_course: Course, tmp_path: Path) -> None:
    async with typing(toy_course, tmp_path) as app:
        app.grader.gate = threading.Event()
        await app.type("a")
        await app.until(lambda: len(app.grader.requests) == 2, "a live check")
        await app.press("ctrl+q")
    assert app.grader.gate.is_set()
    assert app.file.read_text().startswith("a")
