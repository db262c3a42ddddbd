"""Keys of one's own are used; a wrong one is said clearly and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_reports
from tui_pilot import FakeGrader, running

from tutor.course import Course
from tutor.settings import read_settings, settings_path
from tutor.tui.app import TutorApp
from tutor.tui.keymap import bound_actions, checked_keys, is_key
from tutor.tui.lesson_screen import LessonScreen


def write_settings(text: str) -> None:
    path = settings_path()
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


async def test_a_chosen_key_acts_and_the_usual_one_no_longer_does(toy_course: Course, tmp_path: Path) -> None:
    write_settings('[keys]\nnext = "x"\n"pane.results" = "f9"\n')
    async with running(toy_course, tmp_path) as app:
        await app.press("n")
        assert app.screen.lesson.id == "outer_sum"

        await app.press("f9")
        assert app.screen.pane == "results"
        await app.press("x")
        await app.until(lambda: app.screen.lesson.id == "running_mean")


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ('[keys]\nhnit = "x"\n', "No action is called hnit. Did you mean hint?"),
        ('[keys]\nhint = "strg+x"\n', "'strg+x' is no key, so hint keeps its own."),
        ("[keys]\nhint = 5\n", "The key for hint is written in quotes"),
        ('[keys]\ncheck = "x"\n', "check works in the editor too"),
        ('keys = "hint"\n', "keys is a table"),
        ("[keys\n", "cannot be read"),
        ('[keys]\nhint = "n"\n', "The key of next now does something else."),
    ],
)
async def test_what_cannot_be_used_is_said_and_changes_nothing_else(
    toy_course: Course, tmp_path: Path, text: str, notice: str
) -> None:
    write_settings(text)
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.passed()), size=(200, 50)) as app:
        await app.until(lambda: _told(app, notice))

        await app.press("3")
        await app.check()
        assert "All 5 checks pass" in app.results()


def _told(app: object, notice: str) -> bool:
    return any(notice in str(one.message) for one in app.app._notifications)  # type: ignore[attr-defined]


async def test_without_a_file_nothing_is_said(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        assert not list(app.app._notifications)


@pytest.mark.parametrize("key", ["x", "f5", "ctrl+up", "question_mark", "[", "left_square_bracket", "ctrl+x", "ü"])
def test_keys_that_exist(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", "xx", "strg+x", "ctrl+", "f99x", "\n", " "])
def test_keys_that_do_not_exist(key: str) -> None:
    assert not is_key(key)


def test_several_keys_for_one_action_are_separated_by_commas() -> None:
    actions = bound_actions(TutorApp, LessonScreen)

    assert checked_keys({"hint": "h, f6"}, actions) == ({"hint": "h,f6"}, [])
    assert checked_keys({"hint": "h, nokey"}, actions)[0] == {}


def test_a_name_with_a_dot_may_be_written_with_or_without_quotes(tmp_path: Path) -> None:
    for name in ('"slice.next"', "slice.next"):
        (tmp_path / "settings.toml").write_text(f'[keys]\n{name} = "x"\n')
        assert read_settings(tmp_path / "settings.toml").keys == {"slice.next": "x"}


def test_every_key_of_the_screen_has_a_name_to_choose_it_by() -> None:
    assert all(binding.id for binding in LessonScreen.BINDINGS)  # type: ignore[union-attr]
