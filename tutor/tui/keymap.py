"""The keys a learner chose, checked before the app uses them."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import KEY_TO_UNICODE_NAME, Keys, key_to_character

from tutor.tui.wording import say

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMED = {key.value for key in Keys} | set(KEY_TO_UNICODE_NAME)


def checked_keys(chosen: dict[str, str], actions: dict[str, Binding]) -> tuple[dict[str, str], list[str]]:
    """The keys that can be used, and a sentence about each that cannot; the default stays then."""
    usable: dict[str, str] = {}
    problems = []
    for action, keys in chosen.items():
        if problem := _problem(action, keys, actions):
            problems.append(problem)
        else:
            usable[action] = ",".join(key.strip() for key in _split(keys))
    return usable, problems


def taken_keys(keys: dict[str, str], together: dict[str, Binding]) -> list[str]:
    """A sentence about each action that loses a key to a chosen one; `together` are those that work side by side."""
    chosen = {_canonical(key) for action, keys_of in keys.items() if action in together for key in keys_of.split(",")}
    left = {name: binding for name, binding in together.items() if name not in keys}
    losers = [name for name, binding in left.items() if chosen & set(map(_canonical, binding.key.split(",")))]
    return [say.key_taken(name) for name in losers]


def _canonical(key: str) -> str:
    """The same for "/" and "slash"."""
    return key_to_character(key) or key


def bound_actions(*nodes: type) -> dict[str, Binding]:
    """The bindings with a name of these widgets and screens, and of what they are made from."""
    found: dict[str, Binding] = {}
    for cls in (cls for node in nodes for cls in node.__mro__ if cls.__module__.startswith("tutor.")):
        for binding in vars(cls).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                found[binding.id] = binding
    return found


def _problem(action: str, keys: str, actions: dict[str, Binding]) -> str:
    if action not in actions:
        return say.no_such_action(action, next(iter(get_close_matches(action, actions, n=1)), ""))
    for key in (key.strip() for key in _split(keys)):
        if not is_key(key):
            return say.no_such_key(action, key)
        if actions[action].priority and _is_typed(key):
            return say.typed_key(action, key)
    return ""


def _split(keys: str) -> list[str]:
    return [keys] if keys == "," else keys.split(",")


def is_key(key: str) -> bool:
    """Whether Textual could ever hear of this key: "x", "f5", "ctrl+up", "question_mark"."""
    *modifiers, name = [key] if key == "+" else key.split("+")
    if not _MODIFIERS.issuperset(modifiers):
        return False
    return name in _NAMED or (len(name) == 1 and name.isprintable() and not name.isspace()) or _is_character(name)


def _is_character(name: str) -> bool:
    try:
        return bool(unicodedata.lookup(name.replace("_", " ").upper()))
    except KeyError:
        return False


def _is_typed(key: str) -> bool:
    """Whether the key writes something in the editor, so that it must not be taken from it."""
    return "+" not in key[:-1] and (
        len(key) == 1 or key in ("space", "enter", "tab", "backspace") or _is_character(key)
    )
