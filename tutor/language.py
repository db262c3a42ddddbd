"""The languages of the course, and which of them a learner means."""

from __future__ import annotations

import os
import re
from typing import Literal

Language = Literal["en", "zh"]
_NAMES: dict[str, Language] = {"en": "en", "zh": "zh"}


def language_of(name: object) -> Language | None:
    """The language of a name such as "zh", "zh-Hans" or "zh_CN.UTF-8"; None for one that is not known."""
    return _NAMES.get(re.split(r"[-_.@]", name.strip().lower())[0]) if isinstance(name, str) else None


def wish_of_environment() -> str:
    """What $TUTOR_LANG says; empty where it is not set."""
    return os.environ.get("TUTOR_LANG", "").strip()


def language_of_locale() -> Language | None:
    """The language of the locale, if it is one of ours."""
    return language_of(next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), ""))


def language_of_app(saved: object) -> Language:
    """The choice made in the app, else $TUTOR_LANG, else the locale, else English."""
    return language_of(saved) or language_of(wish_of_environment()) or language_of_locale() or "en"


def language_of_command(saved: object) -> Language:
    """$TUTOR_LANG, which may be meant for this one command, else the choice made in the app, else the locale."""
    return language_of(wish_of_environment()) or language_of_app(saved)


def unknown_wish() -> str:
    """$TUTOR_LANG, where it names no language of ours."""
    wish = wish_of_environment()
    return wish if wish and language_of(wish) is None else ""
