"""The single lines of a narrow window: which pane is open, and how the last check went."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from tutor.tui.key_names import keys
from tutor.tui.messages import PaneChosen
from tutor.tui.page import MUTED
from tutor.tui.pane_screen import PANES
from tutor.tui.result_state import ResultState, headline
from tutor.tui.wording import say

_MARKS = {"✓": " ✓", "✗": " ✗", "!": " !"}


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
        self._ends = list(accumulate(cell_len(label) + 1 for label in labels))
        self.update(Content(" ").join(Content.styled(*tab) for tab in zip(labels, styles, strict=True)))

    def on_click(self, event: Click) -> None:
        column = event.get_content_offset_capture(self).x
        if column < self._ends[-1]:
            self.post_message(PaneChosen(PANES[bisect_right(self._ends, column)]))


class StatusStrip(Static):
    """The last result in one line, for narrow windows while reading or coding."""

    def show(self, state: ResultState, pane: str) -> None:
        if state.is_edited and pane == "code" and not state.checking:
            edited = keys.told(say.edited, "check")
            self.update(Content.styled(say.live_waiting if state.live == "waiting" else edited, "$accent"))
            return
        top = headline(state)
        check = state.report.first_failure if state.report and not state.checking and not state.trouble else None
        live = f" · {say.live}" if state.live and not state.checking else ""
        claim = f" — {check.claim}" if check and top.glyph == "✗" else ""
        self.update(Content.assemble((f"{top.glyph} ", f"bold {top.style}"), (top.text + live + claim, "$foreground")))
