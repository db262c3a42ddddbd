"""The single lines at the top and the bottom: where one is, which pane is open, how the last check went."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from textual.content import Content
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Static

from tutor.course import Course, Lesson
from tutor.tui.messages import PaneChosen
from tutor.tui.page import MUTED, bar
from tutor.tui.result_state import ResultState, headline
from tutor.tui.wording import say

PANES = ("lesson", "code", "results", "course")
_MARKS = {"✓": " ✓", "✗": " ✗", "!": " !"}


class TopBar(Widget):
    """Name, place in the course, and progress."""

    DEFAULT_CSS = "TopBar { height: 1; padding: 0 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._done = self._total = 0

    def show(self, course: Course, lesson: Lesson, done: int) -> None:
        self._place = f"{course.unit_of(lesson).title} › {lesson.number} {lesson.title}"
        self._done, self._total = done, len(course.lessons)
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        right = Content.assemble(*bar(self._done, self._total, 10), f" {say.progress(self._done, self._total)}")
        left = Content.assemble(
            ("◆ ", "bold $primary"), (say.app, "bold $primary"), ("  " + self._place, "$foreground")
        )
        room = width - right.cell_length - 2
        if room < 24:
            return left.truncate(max(0, width), ellipsis=True)
        return left.truncate(room, ellipsis=True, pad=True) + "  " + right


class TabBar(Static):
    """The panes as tabs, for narrow windows; a click opens one."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._ends: list[int] = []

    def show(self, pane: str, state: ResultState) -> None:
        names = (say.lesson, say.code, say.results, say.course)
        mark = _MARKS.get(headline(state).glyph, "")
        labels = [
            f" {number} {name}{mark if key == 'results' else ''} "
            for number, key, name in zip(range(1, 5), PANES, names, strict=True)
        ]
        styles = ["bold $background on $primary" if key == pane else MUTED for key in PANES]
        self._ends = list(accumulate(len(label) + 1 for label in labels))
        self.update(Content(" ").join(Content.styled(*tab) for tab in zip(labels, styles, strict=True)))

    def on_click(self, event: Click) -> None:
        column = event.get_content_offset_capture(self).x
        if column < self._ends[-1]:
            self.post_message(PaneChosen(PANES[bisect_right(self._ends, column)]))


class StatusStrip(Static):
    """The last result in one line, for narrow windows while reading or coding."""

    def show(self, state: ResultState, pane: str) -> None:
        if state.is_edited and pane == "code" and not state.checking:
            self.update(Content.styled(say.edited, "$accent"))
            return
        top = headline(state)
        check = state.report.first_failure if state.report and not state.checking and not state.trouble else None
        claim = f" — {check.claim}" if check and top.glyph == "✗" else ""
        self.update(Content.assemble((f"{top.glyph} ", f"bold {top.style}"), (top.text + claim, "$foreground")))
