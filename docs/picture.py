"""Draws the README's picture with the real app and the real engine: `uv run python docs/picture.py`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from tutor.client import Client
from tutor.course import read_course
from tutor.progress import Progress
from tutor.tui.app import TutorApp
from tutor.workspace import Workspace

LESSON = "focal_loss"
MISTAKE = "wrong_mean_before_weights"
SIZE = (132, 40)


async def draw(target: Path) -> None:
    """Open a lesson, hand in a known mistake, wait for the verdict, and keep the screen as SVG."""
    course = read_course()
    lesson = course.lesson(LESSON)
    with tempfile.TemporaryDirectory() as folder, Client(course.root) as client:
        workspace = Workspace(Path(folder), course)
        source = (course.root / "graders" / LESSON / f"{MISTAKE}.py").read_text(encoding="utf-8")
        workspace.ensure(lesson)
        workspace.write(lesson, re.sub(r'\A""".*?"""\s*', '"""Focal loss."""\n\n', source, flags=re.DOTALL))
        progress = Progress(Path(folder) / "progress.db")
        progress.remember("welcome", "seen")
        app = TutorApp(course, workspace, progress, client, lesson)
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(20):
                await pilot.pause()
            await pilot.press("ctrl+s")
            while not progress.lesson(LESSON).tries:
                await pilot.pause(0.1)
            await pilot.press("escape")
            for _ in range(20):
                await pilot.pause()
            target.write_text(app.export_screenshot(title="tutor"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(__file__).with_name("app.svg")))
