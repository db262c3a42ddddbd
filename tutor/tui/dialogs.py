"""The windows in front of the screen: help, the welcome, and a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.course import Lesson
from tutor.history import Attempt, changes
from tutor.tui.display import is_ascii
from tutor.tui.draw_history import draw_history
from tutor.tui.key_names import keys
from tutor.tui.page import Page, clickable
from tutor.tui.top_bar import languages
from tutor.tui.wording import say

_WIDTH = 58
_KEY = 11
ANYWHERE = ("check", "back", "help", "course", "editor", "language", "find_in_file", "commands", "app.quit")
OUTSIDE = (
    *("pane.lesson", "pane.code", "pane.results", "pane.course", "edit", "edit.enter", "hint", "view", "results.line"),
    *("traceback", "compare", "next", "previous", "full_screen", "find", "history", "review", "again", "quit"),
)
BRACKETS = ("block.previous", "block.next"), ("slice.previous", "slice.next")
"""What the brackets do in the lesson, and in the results."""
_FRAME = 7
"""Cells of a dialog's border, padding and scrollbar."""


class Dialog(ModalScreen[bool]):
    """A framed text that goes away with Esc."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > VerticalScroll {
        width: 66; max-width: 95%; height: auto; max-height: 95%; padding: 1 2;
        border: round $primary; background: $surface; scrollbar-size-vertical: 1;
    }
    Dialog > VerticalScroll > Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "answer(False)", show=False, id="dialog.close")]

    def __init__(self, draw: Callable[[], Page]) -> None:
        super().__init__()
        self._draw = draw
        self._page = draw()

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog-frame"):
            text = Static(id="dialog-text")
            text.auto_links = False  # a key that can be clicked looks like any other
            yield text

    def on_mount(self) -> None:
        self._show()

    def relabel(self) -> None:
        self._page = self._draw()
        self._show()

    def _show(self) -> None:
        close = clickable(keys.told(say.close_key, "dialog.close"), "screen.answer(False)", "")
        self.query_one("#dialog-frame").border_subtitle = close
        self.query_one("#dialog-text", Static).update(self._page.content)

    def on_click(self, event: Click) -> None:
        """A click beside the window closes it, as Esc does."""
        if event.widget is self:
            self.action_answer(False)

    def action_answer(self, answer: bool) -> None:
        if self.is_current:  # else a second click, on its way when the first closed the window, closes another one
            self.dismiss(answer)


class Help(Dialog):
    """Every key, by where it works."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "answer(False)", show=False, id="help"),  # what opens it closes it
        Binding("q,enter", "answer(False)", show=False, id="help.close"),
        Binding("f8", "app.switch_language", show=False, id="language"),
    ]

    def __init__(self) -> None:
        super().__init__(_help)


class History(Dialog):
    """What changed from one try to the next."""

    DEFAULT_CSS = """
    History > VerticalScroll { width: 112; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "answer(False)", show=False, id="history"),
        Binding("q,enter", "answer(False)", show=False, id="history.close"),
    ]

    def __init__(self, lesson: Lesson, every: Sequence[Attempt], columns: int) -> None:
        room = min(columns * 95 // 100, 112) - _FRAME
        super().__init__(lambda: draw_history(lesson.title, every, list(changes(every, lesson.stub_source)), room))


class Welcome(Dialog):
    """Shown once, on the first run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "answer(True)", show=False, id="welcome.start"),
        Binding("f8", "app.switch_language", show=False, id="language"),
    ]

    def __init__(self, folder: str) -> None:
        super().__init__(lambda: _welcome(folder))


class Question(Dialog):
    """Asks before something that is not easily undone; only `y` says yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False, id="question.yes"),
        Binding("n,q", "answer(False)", show=False, id="question.no"),
    ]

    def __init__(self, title: str, body: str, yes: str, no: str) -> None:
        super().__init__(lambda: _question(title, body, yes, no))


def _help() -> Page:
    page = Page(_WIDTH)
    page.line((say.help_anywhere, "bold"))
    _draw_keys(page, say.help_keys_anywhere, ANYWHERE)
    page.blank()
    page.line((say.help_editor, "bold"))
    _draw_keys(page, say.help_keys_editor, ("editor.comment",))
    page.blank()
    page.line((say.help_outside, "bold"), f" {say.help_leave}")
    _draw_keys(page, say.help_keys_outside, OUTSIDE)
    return page


def _welcome(folder: str) -> Page:
    page = Page(_WIDTH)
    page.line(("◆ ", "$primary"), (say.welcome_title, "bold $primary"))
    for sentence in say.welcome(folder):
        page.blank()
        page.paragraph(keys.told(sentence, "edit", "check", "help"), indent=0)
    page.blank()
    name = say.welcome_language_in_ascii if is_ascii() else say.welcome_language
    page.key(keys.told("F8", "language"), f"{name}  ", "app.switch_language", languages())
    page.key(keys.told("Enter", "welcome.start"), say.start_key, "screen.answer(True)")
    return page


def _question(title: str, body: str, yes: str, no: str) -> Page:
    page = Page(_WIDTH)
    page.line((title, "bold"))
    page.blank()
    page.paragraph(body, indent=0)
    page.blank()
    page.key(keys.told("y", "question.yes"), yes, "screen.answer(True)")
    page.key(keys.told("n", "question.no"), no, "screen.answer(False)")
    return page


def _draw_keys(page: Page, rows: Sequence[tuple[str, str]], actions: Sequence[str]) -> None:
    """A line for each row of the help, with the keys that the actions have now."""
    brackets = iter(BRACKETS)
    for usual, meaning in rows:
        key = keys.told(usual, *(next(brackets, ()) if "[" in usual else actions))
        first = Content.styled(f"  {key.ljust(_KEY)} ", "bold $primary")
        page.wrapped(first, Content(keys.told(meaning, "block.run")), _KEY + 3)
