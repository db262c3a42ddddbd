"""A small form under a prediction: choose one of some values, or type a Python value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from tutor.predictions import is_literal
from tutor.tui.key_names import keys
from tutor.tui.wording import say


class PredictionForm(Vertical):
    """Asks for the value of one prediction; what is right is not known here."""

    DEFAULT_CSS = """
    PredictionForm { height: auto; padding: 0 1; border-top: solid $foreground 20%; }
    PredictionForm > Static { height: auto; color: $foreground 65%; }
    PredictionForm > OptionList { height: auto; max-height: 8; border: none; padding: 0; display: none; }
    PredictionForm > OptionList { background: transparent; }
    PredictionForm > OptionList:focus { background: transparent; background-tint: $foreground 0%; }
    PredictionForm > Input { margin: 0; }
    PredictionForm > .refusal { color: $error; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False, id="prediction.close"),
        Binding("up,down", "to_choices", show=False, id="prediction.choices"),
    ]

    @dataclass
    class Given(Message):
        """The learner chose or typed a value."""

        name: str
        text: str

    class Closed(Message):
        """The learner does not want to answer now."""

    def __init__(self, name: str, now: str) -> None:
        super().__init__()
        self.prediction = name
        self._now = now
        """The value as it stands in the file; empty when there is none yet."""
        self.choices: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(say.predict_title(self.prediction), classes="form-title", markup=False)
        yield OptionList(compact=True, markup=False)
        yield Input(self._now, placeholder=say.predict_placeholder, compact=True, select_on_focus=False)
        yield Static(classes="refusal", markup=False)
        yield Static(self._keys, classes="form-keys", markup=False)

    @property
    def _keys(self) -> str:
        usual = say.predict_or_choose_keys if self.choices else say.predict_keys
        return keys.told(usual, "prediction.close")

    def relabel(self) -> None:
        self.query_one(".form-title", Static).update(say.predict_title(self.prediction))
        self.query_one(".form-keys", Static).update(self._keys)
        self.query_one(Input).placeholder = say.predict_placeholder

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def offer(self, choices: tuple[str, ...]) -> None:
        """Show values to choose from; the keys stay with whoever may be typing."""
        if not choices:
            return
        self.choices = choices
        options = self.query_one(OptionList)
        options.display = True
        options.clear_options()
        options.add_options([Content(choice) for choice in choices])
        self.query_one(".form-keys", Static).update(self._keys)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def action_to_choices(self) -> None:
        options = self.query_one(OptionList)
        if options.display:
            options.focus()
            options.highlighted = options.highlighted or 0

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        self.post_message(self.Given(self.prediction, self.choices[message.option_index]))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if is_literal(message.value):
            self.post_message(self.Given(self.prediction, message.value.strip()))
        else:
            self.refuse(say.not_a_literal)

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self.query_one(".refusal").display = False

    def refuse(self, why: str) -> None:
        """Say why the value was not taken; it can be changed."""
        refusal = self.query_one(".refusal", Static)
        refusal.update(why)
        refusal.display = True

    def action_close(self) -> None:
        self.post_message(self.Closed())
