"""The pane that shows one result."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.tui.display import has_shades
from tutor.tui.draw_result import draw_result
from tutor.tui.key_names import keys
from tutor.tui.lesson_pane import ReadingPane
from tutor.tui.page import Page, clickable
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say


class ResultText(Widget):
    """Draws the state for whatever width it is given."""

    DEFAULT_CSS = "ResultText { width: 1fr; height: auto; }"
    auto_links = False  # a key that can be clicked looks like any other

    def __init__(self) -> None:
        super().__init__()
        self.state = ResultState()
        self.page = Page(1)
        self.room = 0
        """The pane's height."""

    def show(self, state: ResultState) -> None:
        self.state = state
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self.room = container.height
        return len(self._draw(width).lines)

    def render(self) -> Content:
        return self._draw(self.size.width).content

    def _draw(self, width: int) -> Page:
        self.page = draw_result(self.state, max(1, width), self.room, shades=has_shades(self.app))
        return self.page


class ResultsPane(ReadingPane):
    """Scrolls the result; a new one starts at its top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "screen.go_to_problem", "go_to_line", show=False, id="results.line"),
    ]

    def compose(self) -> ComposeResult:
        self.border_title = say.results
        yield ResultText()

    def show(self, state: ResultState) -> None:
        text = self.query_one(ResultText)
        is_new = state.report is not text.state.report
        text.show(state)
        self.border_title = f"{say.results} · {say.live}" if state.live else say.results
        self.border_subtitle = _next_step(state)
        if is_new:
            self.scroll_home(animate=False)

    def show_hint(self) -> None:
        """Bring the newest hint into view."""
        self.call_after_refresh(self._scroll_to_hint)

    def _scroll_to_hint(self) -> None:
        page = self.query_one(ResultText).page
        end = page.marks.get("hint")
        if end is not None and end > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=end - self.size.height, animate=False)


def _next_step(state: ResultState) -> Content | str:
    """The key to press next, on the frame, where it is in sight however long the result is."""
    if state.checking:
        return ""
    if state.report is not None and state.report.passed:
        goes_on = state.achievement.next_lesson and not (state.live or state.is_review)
        return clickable(keys.told(say.next_key, "next"), "screen.next_lesson", "") if goes_on else ""
    if state.hints_shown < len(state.hints):
        return clickable(keys.told(say.hint_key, "hint"), "screen.hint", "")
    return ""
