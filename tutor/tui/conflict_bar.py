"""The line that says a file changed elsewhere while it was being edited here, and takes the answer."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from tutor.tui.key_names import keys
from tutor.tui.wording import say


class ConflictBar(Static, can_focus=True):
    """Shown as long as both versions differ; never decides by itself."""

    DEFAULT_CSS = """
    ConflictBar { height: auto; padding: 0 1; background: $warning 20%; display: none; }
    ConflictBar:focus { background: $warning 35%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "take_theirs", "reload", id="conflict.reload"),
        Binding("k", "keep_mine", "keep_mine", id="conflict.keep"),
    ]

    class Answered(Message):
        """The learner chose one of the two versions."""

        def __init__(self, keeps_mine: bool) -> None:
            super().__init__()
            self.keeps_mine = keeps_mine

    def on_mount(self) -> None:
        self.relabel()

    def relabel(self) -> None:
        reload = _answer(keys.told("r", "conflict.reload"), say.reload, "take_theirs")
        keep = _answer(keys.told("k", "conflict.keep"), say.keep_mine, "keep_mine")
        self.update(
            Content.assemble(
                ("! ", "bold $warning"), f"{say.changed_outside}\n  {say.conflict_keys}  ", reload, " · ", keep
            )
        )

    def action_take_theirs(self) -> None:
        self.post_message(self.Answered(keeps_mine=False))

    def action_keep_mine(self) -> None:
        self.post_message(self.Answered(keeps_mine=True))


def _answer(key: str, name: str, action: str) -> Content:
    text = Content.assemble((key, "bold $primary"), f" {name.lower()}")
    return text.stylize(Style.from_meta({"@click": action}))
