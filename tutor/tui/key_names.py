"""Names the keys that really work: a sentence written for the usual key tells the one that the learner chose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import key_to_character

_NAMES = {"escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "backspace": "Backspace"}
_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}


def key_name(key: str) -> str:
    """A key as a learner reads it: "Ctrl+S", "Esc", "["."""
    *modifiers, name = [key] if key == "+" else key.split("+")
    named = _NAMES.get(name) or _ARROWS.get(name) or key_to_character(name) or name.replace("_", " ").capitalize()
    if modifiers or re.fullmatch(r"f\d+", name):
        named = named.upper() if len(named) < 4 else named
    return "+".join([*(modifier.capitalize() for modifier in modifiers), named])


class KeyNames:
    """The keys of the app that is running, by the name of what they do; its words are written for the usual ones."""

    def __init__(self) -> None:
        self._chosen: dict[str, tuple[list[str], str]] = {}

    def use(self, chosen: Mapping[str, str], bindings: Mapping[str, Binding]) -> None:
        """From now on name these keys instead of those the bindings have."""
        self._chosen = {
            action: ([key_name(usual) for usual in bindings[action].key.split(",")], key_name(_first(keys)))
            for action, keys in chosen.items()
        }

    def told(self, text: str, *actions: str) -> str:
        """The text with the key of each action as it is now; the first mention of the usual key is the one meant."""
        renamed: dict[int, tuple[int, str]] = {}
        for usual, name in (self._chosen[action] for action in actions if action in self._chosen):
            found = (re.search(rf"(?<![A-Za-z0-9_+]){re.escape(key)}(?![A-Za-z0-9_+])", text) for key in usual)
            if match := next((one for one in found if one and one.start() not in renamed), None):
                renamed[match.start()] = (match.end(), name)
        for start, (end, name) in sorted(renamed.items(), reverse=True):  # from the end, so that places stay right
            text = text[:start] + name + text[end:]
        return text


def _first(keys: str) -> str:
    return "," if keys.startswith(",") else keys.split(",")[0]


keys = KeyNames()
