"""The editor in the app: Textual's TextArea with what Python needs, and Esc to leave it."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import TextArea

from tutor.predictions import find_prediction
from tutor.tui import indentation
from tutor.tui.code_colours import EDITOR_DARK, EDITOR_LIGHT
from tutor.tui.page import visible


class Editor(TextArea):
    """Holds the text of one hand-in."""

    DEFAULT_CSS = """
    Editor { border: none; padding: 0; scrollbar-size-horizontal: 1; scrollbar-size-vertical: 1; }
    Editor:focus { border: none; }
    """

    class Left(Message):
        """The learner pressed Esc."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, soft_wrap=False, tab_behavior="indent", show_line_numbers=True, compact=True)
        self.problem_line: int | None = None
        """The line, counted from 0, that stopped with an error."""
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

    def mark_problem(self, line: int | None) -> None:
        """Underline the line (counted from 1) that an error came from, or none."""
        self.problem_line = None if line is None else line - 1
        self.notify_style_update()
        self.refresh()

    def show_text(self, text: str) -> None:
        """Show another file, with nothing to undo."""
        self.load_text(text)
        self.problem_line = None

    def update_text(self, text: str) -> None:
        """Take in an edit made elsewhere; the cursor stays and the edit can be undone."""
        row, column = self.cursor_location
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, min(column, len(self.document.get_line(row)))))

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
