"""The window that shows other right ways to write an exercise, beside the learner's own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from tutor.tui.answers import RightWay
from tutor.tui.draw_comparison import draw_beside, draw_changes, draw_whole
from tutor.tui.key_names import keys
from tutor.tui.keymap import bound_actions
from tutor.tui.page import MUTED, Page, clickable
from tutor.tui.wording import say

BESIDE = 96
"""Cells; below it, two columns of code are too narrow to read."""
_BETWEEN = "   "
"""Stands between the keys of a line."""


class ComparisonText(Widget):
    """One right way, drawn for whatever width it is given."""

    DEFAULT_CSS = "ComparisonText { width: 1fr; height: auto; }"

    def __init__(self, ways: tuple[RightWay, ...], yours: str) -> None:
        super().__init__()
        self.ways, self.yours = ways, yours
        self.number = 0
        self.is_whole = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.page(width).lines)

    def render(self) -> Content:
        return self.page(self.size.width).content

    def page(self, width: int) -> Page:
        page, way = Page(max(20, width)), self.ways[self.number]
        page.line((way.name, "bold $primary"), (f"   {say.way_of(self.number + 1, len(self.ways))}", MUTED))
        page.paragraph(way.sentence, indent=0)
        page.blank()
        if self.is_whole:
            draw_whole(page, way.source)
        else:
            (draw_beside if page.width >= BESIDE else draw_changes)(page, self.yours, way.source)
        return page


class Comparison(ModalScreen[None]):
    """Steps through the right ways with [ and ]."""

    DEFAULT_CSS = """
    Comparison { align: center middle; background: $background 70%; }
    Comparison > VerticalScroll {
        width: 96%; height: 94%; padding: 0 1; background: $surface; border: round $primary;
        border-title-color: $primary; border-subtitle-color: $foreground 65%; scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", show=False, id="compare.close"),
        Binding("c", "close", show=False, id="compare"),
        Binding("right_square_bracket,n", "step(1)", show=False, id="compare.next"),
        Binding("left_square_bracket,p", "step(-1)", show=False, id="compare.previous"),
        Binding("d", "whole", show=False, id="compare.whole"),
        Binding("j", "scroll(1)", show=False, id="compare.down"),
        Binding("k", "scroll(-1)", show=False, id="compare.up"),
    ]

    def __init__(self, ways: tuple[RightWay, ...], yours: str) -> None:
        super().__init__()
        self.text = ComparisonText(ways, yours)

    def compose(self) -> ComposeResult:
        with VerticalScroll() as frame:
            frame.border_title = say.compare_title
            parts = keys.told(say.compare_keys, *bound_actions(Comparison)).split(_BETWEEN)
            acts = zip(parts, ("step(1)", "whole", "close"), strict=False)
            frame.border_subtitle = Content(_BETWEEN).join(clickable(part, f"screen.{act}", "") for part, act in acts)
            yield self.text

    def on_click(self, event: Click) -> None:
        """A click beside the window closes it, as Esc does."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        if self.is_current:  # else a second click, on its way when the first closed the window, closes another one
            self.dismiss()

    def action_step(self, step: int) -> None:
        """Another way; after the last comes the first."""
        self.text.number = (self.text.number + step) % len(self.text.ways)
        self.text.refresh(layout=True)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_whole(self) -> None:
        self.text.is_whole = not self.text.is_whole
        self.text.refresh(layout=True)

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
