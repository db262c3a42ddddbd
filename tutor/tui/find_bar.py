"""Finding words in the file: the one line above the editor, as TextArea has no search of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.text_area import Selection

from tutor.tui.editor import Editor
from tutor.tui.page import MUTED
from tutor.tui.wording import say


def matches(lines: Sequence[str], wanted: str) -> list[Selection]:
    """Every place where `wanted` stands; small letters find capitals too, a capital only itself."""
    if not wanted:
        return []
    pattern = re.compile(re.escape(wanted), re.IGNORECASE if wanted == wanted.lower() else re.NOFLAG)
    return [
        Selection((row, found.start()), (row, found.end()))
        for row, line in enumerate(lines)
        for found in pattern.finditer(line)
    ]


class FindBar(Horizontal):
    """Selects in the editor what is typed here."""

    DEFAULT_CSS = """
    FindBar { height: 1; background: $panel; display: none; }
    FindBar > .find-label { width: auto; padding: 0 1; }
    FindBar > Input, FindBar > Input:focus { width: 1fr; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, id="find_bar.next"),
        Binding("up,shift+enter", "step(-1)", show=False, id="find_bar.previous"),
        Binding("escape", "close", show=False, id="find_bar.close"),
    ]

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self._origin = (0, 0)
        """Where the search began: the first match after it is shown."""

    def compose(self) -> ComposeResult:
        yield Static(say.find_label, classes="find-label", id="find-name")
        yield Input(placeholder=say.find_keys, compact=True)
        yield Static(classes="find-label", id="find-count")

    def on_mount(self) -> None:
        self.watch(self.editor, "selection", self._count, init=False)

    def relabel(self) -> None:
        self.query_one("#find-name", Static).update(say.find_label)
        self.input.placeholder = say.find_keys
        self._count()

    @property
    def input(self) -> Input:
        return self.query_one(Input)

    def start(self) -> None:
        """Appear, with the selected word or the last one looked for, and take the keys."""
        selected = self.editor.selected_text
        self._origin = min(self.editor.selection)
        self.display = True
        if selected and "\n" not in selected:
            self.input.value = selected
        self.input.focus()
        self.input.select_all()
        self._show_first()

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self._show_first()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_step(1)

    def _show_first(self) -> None:
        """The first match after where the search began, or after the end of the file the very first."""
        found = self._matches()
        self._show(found, next((place for place, one in enumerate(found) if one.start >= self._origin), 0))

    def action_step(self, step: int) -> None:
        found = self._matches()
        here = min(self.editor.selection)
        before = sum(one.start < here for one in found)
        is_on_match = any(one.start == here for one in found)
        place = before + step if is_on_match or step < 0 else before
        self._show(found, place % len(found) if found else 0)

    def _show(self, found: list[Selection], place: int) -> None:
        self.editor.selection = found[place] if found else Selection.cursor(self._origin)
        self._count()

    def _count(self) -> None:
        """Say which of how many matches is selected, if any; an edit or a move of the cursor changes that."""
        found = self._matches()
        text = Content.styled(say.no_match, "$warning") if self.input.value else Content("")
        if found:
            place = found.index(self.editor.selection) + 1 if self.editor.selection in found else 0
            text = Content.styled(say.match_of(place, len(found)), MUTED)
        self.query_one("#find-count", Static).update(text)

    def action_close(self) -> None:
        """Put the cursor where the match begins, with nothing selected that typing would replace."""
        self.editor.move_cursor(min(self.editor.selection))
        self.display = False
        self.editor.focus()

    def _matches(self) -> list[Selection]:
        return matches(self.editor.document.lines, self.input.value)
