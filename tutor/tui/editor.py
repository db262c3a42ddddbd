"""The editor in the app: Textual's TextArea with what Python needs, and Esc to leave it."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tutor.predictions import find_prediction
from tutor.tui import indentation
from tutor.tui.code_colours import EDITOR_DARK, EDITOR_LIGHT
from tutor.tui.comments import toggle_comment
from tutor.tui.page import visible
from tutor.tui.problem_line import followed

PROBLEM = "!"
"""Stands beside the number of a line that stopped with an error."""


class Editor(TextArea):
    """Holds the text of one hand-in."""

    DEFAULT_CSS = """
    Editor { border: none; padding: 0; scrollbar-size-horizontal: 1; scrollbar-size-vertical: 1; }
    Editor:focus { border: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Ctrl+/ is one key: most terminals send what they send for Ctrl+_, newer ones say what was pressed.
        Binding("ctrl+underscore,ctrl+slash", "toggle_comment", show=False, id="editor.comment"),
    ]

    class Left(Message):
        """The learner pressed Esc."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, soft_wrap=False, tab_behavior="indent", show_line_numbers=True, compact=True)
        self.problem_line: int | None = None
        """The line, counted from 0, that stopped with an error, as long as it has not been edited."""
        self._marked_in: list[str] = []
        """The lines of the file as they were when `problem_line` was last right."""
        self.register_theme(EDITOR_DARK)
        self.register_theme(EDITOR_LIGHT)
        self._follow_theme()

    def on_mount(self) -> None:
        self.language = "python"  # given to TextArea's constructor, it would be prepared twice
        self.app.theme_changed_signal.subscribe(self, lambda _: self._follow_theme())

    def _follow_theme(self) -> None:
        self.theme = EDITOR_DARK.name if self.app.current_theme.dark else EDITOR_LIGHT.name

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        line.plain = visible(line.plain)
        if line_index == self.problem_line:
            line.stylize("underline", len(line.plain) - len(line.plain.lstrip()))
        return line

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if y + self.scroll_offset.y != self.problem_line:
            return strip
        # TextArea ends its gutter with two spaces: the mark goes there, so it needs neither colour nor underline.
        number, text = strip.crop(0, self.gutter_width - 2), strip.crop(self.gutter_width)
        style = (next(iter(number)).style or Style()) + Style(bold=True, color=self.app.current_theme.error)
        return Strip.join([number, Strip([Segment(f"{PROBLEM} ", style)]), text])

    def mark_problem(self, row: int | None) -> None:
        """Mark the line (counted from 0) that an error came from, or none."""
        self.problem_line = row
        self._marked_in = list(self.document.lines)
        self.notify_style_update()
        self.refresh()

    def on_text_area_changed(self) -> None:
        """Let the mark go with its line, and away when that line is edited."""
        if self.problem_line is not None:
            self.mark_problem(followed(self.problem_line, self._marked_in, self.document.lines))

    def show_text(self, text: str) -> None:
        """Show another file, with nothing to undo."""
        self.mark_problem(None)
        self.load_text(text)

    def show_line(self, row: int) -> None:
        """Put the cursor on the first character of a line, and the line in view."""
        row = min(row, self.document.line_count - 1)
        line = self.document.get_line(row)
        self.move_cursor((row, len(line) - len(line.lstrip())), center=True)

    def update_text(self, text: str) -> None:
        """Take in an edit made elsewhere; the cursor stays and the edit can be undone."""
        row, column = self.cursor_location
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, min(column, len(self.document.get_line(row)))))

    def action_toggle_comment(self) -> None:
        """Comment the selected lines, or the one with the cursor, in or out; one step to undo."""
        if self.read_only:
            return
        start, end = self.selection
        first, last = min(start, end)[0], _last_selected_line(self.selection)
        lines = [self.document.get_line(row) for row in range(first, last + 1)]
        changes = toggle_comment(lines)
        text = "\n".join(change.apply(line) for change, line in zip(changes, lines, strict=True))
        self.history.checkpoint()
        self.replace(text, (first, 0), (last, len(lines[-1])))
        self.history.checkpoint()
        columns = {row: change.moved for row, change in enumerate(changes, first)}
        kept = [(row, columns[row](column) if row in columns else column) for row, column in (start, end)]
        self.selection = Selection(*kept)

    def write_prediction(self, name: str, text: str) -> bool:
        """Replace the value that the file gives to a prediction, as one edit; False when no line does that."""
        found = find_prediction(self.text, name)
        if found is None:
            return False
        self.history.checkpoint()
        self.replace(text, found.start, found.end)
        self.history.checkpoint()
        return True

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
        elif not self.read_only and self._types_python(event):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _types_python(self, event: events.Key) -> bool:
        """Do what an editor for Python does with this key; False leaves it to TextArea."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before, after = line[:column], line[column:]
        if event.key == "enter":
            self._break_line(before, after)
            return True
        if event.key == "backspace" and self.selection.is_empty:
            return self._delete_backwards(row, column, before, after)
        if event.character is None or not event.is_printable or not self.selection.is_empty:
            return False
        if indentation.steps_over(event.character, after):
            self.move_cursor((row, column + 1))
            return True
        closing = indentation.closing_for(event.character, before, after)
        if closing:
            self._replace_via_keyboard(event.character + closing, (row, column), (row, column))
            self.move_cursor((row, column + 1))
        return bool(closing)

    def _break_line(self, before: str, after: str) -> None:
        start, end = self.selection
        indent = indentation.indent_after(before)
        opens = before.rstrip()[-1:] in ("(", "[", "{")
        closes = after.lstrip()[:1] in (")", "]", "}") and opens and self.selection.is_empty
        outer = before[: len(before) - len(before.lstrip())]
        self._replace_via_keyboard("\n" + indent + ("\n" + outer if closes else ""), start, end)
        if closes:
            row, _ = self.cursor_location
            self.move_cursor((row - 1, len(indent)))

    def _delete_backwards(self, row: int, column: int, before: str, after: str) -> bool:
        if indentation.deletes_pair(before, after):
            self._delete_via_keyboard((row, column - 1), (row, column + 1))
            return True
        spaces = (len(before) - 1) % len(indentation.INDENT) + 1
        if before and not before.strip() and spaces > 1 and set(before) == {" "}:
            self._delete_via_keyboard((row, column - spaces), (row, column))
            return True
        return False


def _last_selected_line(selection: Selection) -> int:
    """The line a selection ends on; one that ends before the first character of a line does not include it."""
    (first, _), (last, column) = sorted((selection.start, selection.end))
    return last - 1 if column == 0 and last > first else last
