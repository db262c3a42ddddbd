"""The line at the top: where one is in the course, and how far."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from tutor.course import Course, Lesson
from tutor.tui.display import is_ascii
from tutor.tui.page import MUTED, bar
from tutor.tui.wording import say, spoken


def languages() -> Content:
    """Both languages, the one of now emphasized."""
    names = (("EN", "en"), ("ZH" if is_ascii() else "中", "zh"))
    marked = [Content.styled(name, "bold $primary" if code == spoken() else MUTED) for name, code in names]
    return Content.styled("·", MUTED).join(marked)


class TopBar(Widget):
    """Name, place in the course, progress, and the language."""

    DEFAULT_CSS = "TopBar { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; }"

    def __init__(self) -> None:
        super().__init__()
        self._unit = self._place = ""
        self._done = self._total = 0

    def show(self, course: Course, lesson: Lesson, done: int, *, is_review: bool = False) -> None:
        review = f" · {say.review}" if is_review else ""
        self._unit, self._place = course.unit_of(lesson).title, f"{lesson.number} {lesson.title}{review}"
        self._done, self._total = done, len(course.lessons)
        self.refresh()

    async def on_click(self, event: Click) -> None:
        """A click on the languages switches."""
        if event.get_content_offset_capture(self).x >= self.size.width - languages().cell_length:
            await self.run_action("app.switch_language")

    def render(self) -> Content:
        width = self.size.width
        counted = f" {say.progress(self._done, self._total)}  "
        right = Content.assemble(*bar(self._done, self._total, 10), counted, languages())
        room = width - right.cell_length - 2
        left = _left(f"{self._unit} › {self._place}")
        if left.cell_length > room:
            left = _left(self._place)
        if room < 24:
            return left.truncate(max(0, width), ellipsis=True)
        return left.truncate(room, ellipsis=True, pad=True) + "  " + right


def _left(place: str) -> Content:
    return Content.assemble(("◆ ", "bold $primary"), (say.app, "bold $primary"), ("  " + place, "$foreground"))
