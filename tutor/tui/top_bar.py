"""The line at the top: where one is in the course, and how far."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tutor.course import Course, Lesson
from tutor.tui.page import bar
from tutor.tui.wording import say


class TopBar(Widget):
    """Name, place in the course, and progress."""

    DEFAULT_CSS = "TopBar { height: 1; padding: 0 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._unit = self._place = ""
        self._done = self._total = 0

    def show(self, course: Course, lesson: Lesson, done: int, *, is_review: bool = False) -> None:
        review = f" · {say.review}" if is_review else ""
        self._unit, self._place = course.unit_of(lesson).title, f"{lesson.number} {lesson.title}{review}"
        self._done, self._total = done, len(course.lessons)
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        right = Content.assemble(*bar(self._done, self._total, 10), f" {say.progress(self._done, self._total)}")
        room = width - right.cell_length - 2
        left = _left(f"{self._unit} › {self._place}")
        if left.cell_length > room:
            left = _left(self._place)
        if room < 24:
            return left.truncate(max(0, width), ellipsis=True)
        return left.truncate(room, ellipsis=True, pad=True) + "  " + right


def _left(place: str) -> Content:
    return Content.assemble(("◆ ", "bold $primary"), (say.app, "bold $primary"), ("  " + place, "$foreground"))
