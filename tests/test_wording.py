"""Everything the app says, it says in both languages, and in the one that is spoken now."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from tutor.tui import wording
from tutor.tui.wording import say, speak, words_in
from tutor.tui.wording.chinese import Chinese
from tutor.tui.wording.english import English

SAME_IN_BOTH = {"app", "settings", "welcome_language", "welcome_language_in_ascii"}
"""The name of the program and of a file, and what is written in both languages at once."""
NAMES = [name for name in dir(English) if not name.startswith("_")]
CHINESE_CLASSES = [cls for cls in Chinese.__mro__ if cls.__name__.startswith("Chinese")]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_has_a_chinese_one_of_the_same_kind(name: str) -> None:
    is_own = any(name in vars(cls) for cls in CHINESE_CLASSES)
    assert is_own is (name not in SAME_IN_BOTH)

    english, chinese = getattr(English, name), getattr(Chinese, name)
    assert type(english) is type(chinese)
    if callable(english):
        assert inspect.signature(english) == inspect.signature(chinese)
    elif isinstance(english, tuple):
        assert len(english) == len(chinese)
    elif isinstance(english, dict):
        assert english.keys() == chinese.keys()


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("help_keys_")])
def test_both_helps_name_the_same_keys(name: str) -> None:
    assert [key for key, _ in getattr(English, name)] == [key for key, _ in getattr(Chinese, name)]


def test_chinese_has_no_word_that_english_lacks() -> None:
    assert {name for name in dir(Chinese) if not name.startswith("_")} == set(NAMES)


def test_the_words_follow_the_language_at_run_time() -> None:
    assert say.hint == "Hint"
    speak("zh")
    assert say.hint == "提示"
    speak("en")
    assert say.hint == "Hint"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_a_browser_the_words_fit_a_browser(monkeypatch: pytest.MonkeyPatch, language: wording.Language) -> None:
    speak(language)
    own = words_in(language)
    monkeypatch.setenv("TUTOR_IN_BROWSER", "1")

    assert "F4" not in dict(say.help_keys_anywhere) and "F4" in dict(own.help_keys_anywhere)
    assert "tutor watch" not in say.too_small and "tutor watch" in own.too_small
    assert "Ctrl+Shift+V" in dict(say.help_keys_editor)
    assert say.welcome("~/x")[1] != own.welcome("~/x")[1]
    assert say.idle[:2] == own.idle[:2] and say.idle[2] != own.idle[2]
    assert all("~/x" in words.welcome("~/x")[1] for words in (say, own))


def test_english_alone_is_loaded_for_english() -> None:
    code = "import sys; from tutor.tui.wording import say; say.hint; print('tutor.tui.wording.chinese' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"
