"""Drives the app in tests: a grader that answers at once or when told to, and waiting on conditions instead of time."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from textual.pilot import Pilot

from tutor.client import CheckRequest
from tutor.conversation import CheckCancelled, CheckProgress, OnProgress
from tutor.course import Course
from tutor.errors import TutorError
from tutor.progress import Progress
from tutor.report import Report
from tutor.tui.app import TutorApp
from tutor.tui.lesson_screen import LessonScreen
from tutor.workspace import Workspace

PATIENCE = 400
"""Rounds of the message loop before a condition counts as never met."""


@dataclass
class FakeGrader:
    """Answers with `report`, raises `error`, or waits in `gate` until it is opened or the check is cancelled."""

    report: Report | None = None
    error: TutorError | None = None
    gate: threading.Event | None = None
    progress: tuple[CheckProgress, ...] = ()
    requests: list[CheckRequest] = field(default_factory=list)
    is_started: bool = False
    _cancelled: bool = False

    def start(self) -> None:
        self.is_started = True

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        self.requests.append(request)
        self._cancelled = False
        for step in self.progress:
            if on_progress:
                on_progress(step)
        if self.gate is not None:
            self.gate.wait(20)
        if self._cancelled:
            raise CheckCancelled
        if self.error is not None:
            raise self.error
        assert self.report is not None
        return replace(self.report, lesson=request.lesson, hand_in=request.hand_in)

    def cancel(self) -> None:
        self._cancelled = True
        if self.gate is not None:
            self.gate.set()

    def close(self) -> None: ...


@dataclass
class Driver:
    """The running app, with words for what a learner does and sees."""

    app: TutorApp
    pilot: Pilot[None]
    grader: FakeGrader
    patience: int = PATIENCE

    @property
    def screen(self) -> LessonScreen:
        return self.app.lesson_screen

    @property
    def file(self) -> Path:
        return self.screen.workspace.path(self.screen.lesson)

    @property
    def editor_text(self) -> str:
        return self.screen.code.text

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        for character in text:
            await self.pilot.press({"\n": "enter", " ": "space"}.get(character, character))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        for _ in range(self.patience):
            if condition():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it never came true: {what or condition}")

    async def check(self) -> None:
        """Press Ctrl+S and wait for the result."""
        before = len(self.grader.requests)
        await self.press("ctrl+s")
        await self.until(lambda: len(self.grader.requests) > before and self.screen.runner.running is None, "a result")

    def shown(self) -> str:
        """All text on the screen now."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    def seen_in(self, pane: str) -> str:
        """What can be read in one pane now, its lines joined as a reader would."""
        region = self.screen.query_one(f"#{pane}").content_region
        rows = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return " ".join(" ".join(strip.crop(region.x, region.right).text for strip in rows).split())

    def results(self) -> str:
        """All text of the results pane, on the screen or scrolled away."""
        return str(self.screen.query_one("ResultText").page.content.plain)  # type: ignore[attr-defined]


@asynccontextmanager
async def running(
    course: Course,
    folder: Path,
    grader: FakeGrader | None = None,
    *,
    size: tuple[int, int] = (120, 36),
    lesson: str = "outer_sum",
    welcome: bool = False,
    progress: Progress | None = None,
    clock: Callable[[], float] = lambda: 0.0,
) -> AsyncIterator[Driver]:
    """The app on the toy course, ready to use."""
    app = make_app(course, folder, grader or FakeGrader(), lesson, progress, welcome=welcome, clock=clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot, app.lesson_screen.runner._grader)  # type: ignore[arg-type]
        await driver.until(lambda: app.lesson_screen.is_ready, "the whole screen")
        await driver.until(lambda: driver.grader.is_started, "a warm grader")
        assert app.lesson_screen.code.editor is not None
        app.lesson_screen.code.editor.cursor_blink = False
        yield driver


def make_app(
    course: Course,
    folder: Path,
    grader: FakeGrader,
    lesson: str = "outer_sum",
    progress: Progress | None = None,
    *,
    welcome: bool = False,
    clock: Callable[[], float] = lambda: 0.0,
) -> TutorApp:
    progress = progress or Progress(folder / "state" / "progress.db")
    if not welcome:
        progress.remember("welcome", "seen")
    workspace = Workspace(folder / "torch-course", course)
    workspace.ensure_all()
    return TutorApp(course, workspace, progress, grader, course.lesson(lesson), clock)
