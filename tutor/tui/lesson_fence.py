"""A block of code in a lesson; one that can run is chosen with a click or a key and shows its output beneath."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.highlight import highlight
from textual.message import Message
from textual.widgets import Markdown, Static
from textual.widgets._markdown import MarkdownFence

from tutor.tui.block_output import BlockOutput
from tutor.tui.code_colours import LessonHighlight
from tutor.tui.key_names import keys
from tutor.tui.wording import say


class Fence(MarkdownFence):
    """A block of code; the words after its language become a small label above it."""

    DEFAULT_CSS = """
    Fence.-chosen, Fence.-chosen:light { background: $primary 14%; }
    Fence > .fence-keys { display: none; padding: 0 1; color: $primary; }
    Fence.-chosen > .fence-keys { display: block; }
    Fence.-answering > .fence-keys { display: none; }
    """

    @dataclass
    class Chosen(Message):
        """The learner clicked a block that can run."""

        fence: Fence

    @dataclass
    class KeysClicked(Message):
        """The learner clicked the line that says what a chosen block does."""

        fence: Fence

    def __init__(self, markdown: Markdown, token: Token, code: str) -> None:
        language, _, info = token.info.strip().partition(" ")
        super().__init__(markdown, token, code)
        self.lexer = language
        words = info.split()
        self._info = words
        self.is_example = language == "python" and words == ["run"]
        self.prediction = words[1] if len(words) == 2 and words[0] == "predict" else ""
        """The name of the value that predicts what this block gives: "PREDICT_1"."""

    @property
    def label(self) -> str:
        """What its info string means to a reader; empty for an ordinary block."""
        return keys.told(say.fence_label(self._info), "block.next", "block.run")

    def relabel(self) -> None:
        for label in self.query_children(".fence-label").results(Static):
            label.update(self.label)

    @property
    def can_run(self) -> bool:
        return self.is_example or bool(self.prediction)

    @classmethod
    def highlight(cls, code: str, language: str, ansi: bool = False, dark: bool = False) -> Content:
        return highlight(code, language=language.partition(" ")[0] or "text", theme=LessonHighlight)

    def compose(self) -> ComposeResult:
        if self.label:
            yield Static(self.label, classes="fence-label", markup=False)
        yield from super().compose()
        if self.can_run:
            yield Static(say.run_keys, classes="fence-keys", markup=False)
            yield BlockOutput()

    @property
    def output(self) -> BlockOutput:
        """Where its output appears; only a block that can run has one."""
        return self.query_one(BlockOutput)

    def choose(self, keys: str) -> None:
        """Mark it as the one that keys act on, and say which keys."""
        self.add_class("-chosen")
        self.query_one(".fence-keys", Static).update(keys)
        self.scroll_visible(animate=False)

    def answering(self, is_open: bool) -> None:
        """Say no keys while a form under the block says its own."""
        self.set_class(is_open, "-answering")

    def let_go(self) -> None:
        self.remove_class("-chosen")

    def on_click(self, event: events.Click) -> None:
        if not self.can_run:
            return
        is_on_keys = event.widget is not None and event.widget.has_class("fence-keys")
        self.post_message(self.KeysClicked(self) if is_on_keys else self.Chosen(self))
