"""The app's words in the language of now: `say.hint` is "Hint" or "提示"."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tutor.language import Language
    from tutor.tui.wording.english import English

_now: Language = "en"


def speak(language: Language) -> None:
    """Say everything in this language from now on; what is on the screen has to be drawn anew."""
    global _now
    _now = language


def spoken() -> Language:
    """The language of now."""
    return _now


@cache
def words_in(language: Language, *, in_browser: bool = False) -> English:
    """The words of one language, loaded when it is first spoken."""
    words: English
    if language == "zh":
        from tutor.tui.wording.chinese import Chinese

        words = Chinese()
    else:
        from tutor.tui.wording.english import English

        words = English()
    return _in_browser(words) if in_browser else words


def _in_browser(words: English) -> English:
    """The same words where the files are on the computer that serves the page."""
    words.too_small = words.too_small_in_browser
    words.idle = (*words.idle[:2], words.idle_file_in_browser)
    words.welcome_files = words.welcome_files_in_browser
    words.help_keys_anywhere = tuple(key for key in words.help_keys_anywhere if key[0] != "F4")
    words.help_keys_editor = (*words.help_keys_editor, *words.help_keys_editor_in_browser)
    return words


class _Say:
    """Passes every question on to the words of the language of now."""

    def __getattr__(self, name: str) -> Any:
        return getattr(words_in(_now, in_browser=bool(os.environ.get("TUTOR_IN_BROWSER"))), name)


say = cast("English", _Say())
