"""Draws the README's pictures with the real app and the real engine: `uv run python docs/picture.py`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tutor.client import Client
from tutor.course import Course, Lesson, read_course
from tutor.progress import Progress
from tutor.tui.app import TutorApp
from tutor.workspace import Workspace

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Picture:
    """A known wrong answer to a lesson, handed in at a size of the window, and the keys pressed before and after."""

    name: str
    lesson: str
    answer: str
    size: tuple[int, int]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.svg"


PICTURES = (
    Picture("app", "focal_loss", "wrong_mean_before_weights", (132, 40), after=("escape", "h")),
    Picture("timeline", "distributed_barrier", "wrong_roles_reversed", (84, 24), before=("3",)),
)


async def draw(picture: Picture, course: Course, client: Client) -> str:
    """Open the lesson, hand in the mistake, wait for the verdict, and return the screen as SVG."""
    lesson = course.lesson(picture.lesson)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), course)
        workspace.ensure(lesson)
        workspace.write(lesson, hand_in(course, lesson, picture.answer))
        progress = Progress(Path(folder) / "progress.db")
        progress.remember("welcome", "seen")
        app = TutorApp(course, workspace, progress, client, lesson)
        async with app.run_test(size=picture.size) as pilot:
            screen = app.lesson_screen
            await until(pilot, lambda: screen.is_ready and bool(screen.query("FooterKey")))
            if screen.code.editor is not None:
                screen.code.editor.cursor_blink = False
            await pilot.press(*picture.before, "ctrl+s")
            await until(pilot, lambda: bool(progress.lesson(lesson.id).tries) and screen.runner.running is None)
            await pilot.press(*picture.after)
            await pilot.wait_for_scheduled_animations()
            await pilot.pause()
            return app.export_screenshot(title="tutor")


def hand_in(course: Course, lesson: Lesson, answer: str) -> str:
    """The answer under the lesson's title, instead of the sentence that says what is wrong with it."""
    source = (course.root / "graders" / lesson.id / f"{answer}.py").read_text(encoding="utf-8")
    return re.sub(r'\A""".*?"""\s*', f'"""{lesson.title}."""\n\n', source, flags=re.DOTALL)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    while not condition():
        await pilot.pause(0.05)
    await pilot.pause()


def main() -> None:
    course = read_course()
    with Client(course.root) as client:
        for picture in PICTURES:
            picture.path.write_text(asyncio.run(draw(picture, course, client)), encoding="utf-8")


if __name__ == "__main__":
    main()
