"""The windows in front of the screen: help, the welcome, and a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.course import Lesson
from tutor.history import Attempt, changes
from tutor.tui.display import is_ascii
from tutor.tui.draw_history import draw_history
from tutor.tui.page import Page
from tutor.tui.top_bar import languages
from tutor.tui.wording import say

_WIDTH = 58
_KEY = 11
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
        with VerticalScroll():
            yield Static(self._page.content, id="dialog-text")

    def relabel(self) -> None:
        self._page = self._draw()
        self.query_one("#dialog-text", Static).update(self._page.content)

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


class Help(Dialog):
    """Every key, by where it works."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark,q,enter", "answer(False)", show=False, id="help.close"),
        Binding("f8", "app.switch_language", show=False, id="language"),
    ]

    def __init__(self) -> None:
        super().__init__(_help)


class History(Dialog):
    """What changed from one try to the next."""

    DEFAULT_CSS = """
    History > VerticalScroll { width: 112; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("w,q,enter", "answer(False)", show=False, id="history.close")]

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
    _keys(page, say.help_keys_anywhere)
    page.blank()
    page.line((say.help_editor, "bold"))
    _keys(page, say.help_keys_editor)
    page.blank()
    page.line((say.help_outside, "bold"), f" {say.help_leave}")
    _keys(page, say.help_keys_outside)
    return page


def _welcome(folder: str) -> Page:
    page = Page(_WIDTH)
    page.line(("◆ ", "$primary"), (say.welcome_title, "bold $primary"))
    for sentence in say.welcome(folder):
        page.blank()
        page.paragraph(sentence, indent=0)
    page.blank()
    name = say.welcome_language_in_ascii if is_ascii() else say.welcome_language
    page.key("F8", f"{name}  ", languages())
    page.key("Enter", say.start_key)
    return page


def _question(title: str, body: str, yes: str, no: str) -> Page:
    page = Page(_WIDTH)
    page.line((title, "bold"))
    page.blank()
    page.paragraph(body, indent=0)
    page.blank()
    page.key("y", yes)
    page.key("n", no)
    return page


def _keys(page: Page, keys: tuple[tuple[str, str], ...]) -> None:
    for key, meaning in keys:
        page.wrapped(Content.styled(f"  {key.ljust(_KEY)} ", "bold $primary"), Content(meaning), _KEY + 3)
