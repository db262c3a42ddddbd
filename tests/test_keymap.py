"""Keys of one's own are used; a wrong one is said clearly and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_reports
from tui_pilot import FakeGrader, running

from tutor.course import Course
from tutor.settings import read_settings, settings_path
from tutor.tui.app import TutorApp
from tutor.tui.key_names import KeyNames, key_name
from tutor.tui.keymap import bound_actions, checked_keys, is_key
from tutor.tui.lesson_screen import LessonScreen
from tutor.tui.wording import say


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


OTHER_KEYS = {
    **{"check": "f5", "hint": "x,f6", "next": "f7", "help": "f8", "course": "f9", "view": "f10", "traceback": "f11"},
    **{"compare": "f12", "results.line": "f13", "again": "f14", "pane.results": "f15", "conflict.keep": "f16"},
    **{
        "block.next": "f17",
        "block.run": "f18",
        "slice.next": "f19",
        "history": "f20",
        "question.yes": "f21",
        "language": "f22",
    },
}


@pytest.fixture
def other_keys() -> None:
    write_settings("[keys]\n" + "".join(f'"{action}" = "{keys}"\n' for action, keys in OTHER_KEYS.items()))


@pytest.mark.usefixtures("other_keys")
async def test_the_footer_the_results_and_the_editor_name_the_keys_that_work(
    toy_course: Course, tmp_path: Path
) -> None:
    async with running(toy_course, tmp_path, FakeGrader(sample_reports.error()), size=(200, 50)) as app:
        footer = lambda: {key.description: key.key_display for key in app.screen.query("FooterKey")}  # noqa: E731
        await app.until(lambda: footer().get(say.hint) == "x", "the footer of these keys")
        assert (footer()[say.check], footer()[say.next], footer()[say.help]) == ("F5", "F7", "F8")
        assert "Press F5 to save and check your code." in app.results()
        await app.until(lambda: "x  next hint" in app.shown(), "the key of the next hint")

        await app.press("f5")
        await app.until(lambda: "NameError" in app.results(), "a result")
        assert "F13  go there" in app.results()
        app.grader.report = sample_reports.passed()
        await app.press("f5")
        await app.until(lambda: " F12 " in app.results() and " F7 " in app.results(), "the ways on")
        await app.press("2")
        await app.type("y")
        await app.until(lambda: "● edited — F5 to save and check" in app.shown(), "the edit")


@pytest.mark.usefixtures("other_keys")
async def test_the_help_is_of_the_keys_that_work(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, size=(200, 50)) as app:
        await app.press("f8")
        shown = " ".join(app.shown().split())
        for row in (
            "F5 save and check",
            "F8 this help",
            "F9 course outline",
            "x next hint",
            "1 2 F15 4 lesson · code · results · course",
            "F7 p next / previous lesson",
            "[ F17 in the lesson: choose a block; F18 runs it",
            "[ F19 in the results: other slices of a tensor",
            "F14 start this exercise again",
            "Ctrl+P all commands",
        ):
            assert row in shown

        await app.press("f8", "f14")
        assert " F21   start again" in app.shown()


@pytest.mark.usefixtures("other_keys")
async def test_a_block_and_a_conflict_name_their_keys_and_the_next_app_its_own(
    toy_course: Course, tmp_path: Path
) -> None:
    async with running(toy_course, tmp_path, lesson="running_mean", size=(200, 50)) as app:
        await app.press("1", "f17")
        assert "Enter  write down your prediction" in app.shown()
        await app.press("2")
        await app.type("mine")
        app.file.write_text("theirs")
        await app.until(lambda: app.screen.code.has_conflict, "the conflict")
        assert "r reload · F16 keep mine" in app.shown()

    write_settings("")
    async with running(toy_course, tmp_path, lesson="running_mean") as app:
        assert "Press Ctrl+S to save" in " ".join(app.results().split())


def test_only_the_key_that_is_meant_is_renamed() -> None:
    names = KeyNames()
    chosen = {"hint": "n", "next": "h", "pane.lesson": "f2,f3", "help": "comma"}
    names.use(chosen, bound_actions(TutorApp, LessonScreen))

    assert names.told("h  next hint", "hint") == "n  next hint"
    assert names.told("h · n · 1", "hint", "next", "pane.lesson") == "n · h · F2", "each once, not one after the other"
    assert names.told("按 h 看提示", "hint") == "按 n 看提示"
    assert names.told("nothing here is h", "check") == "nothing here is h"
    assert names.told("F1 shows every key.", "help") == ", shows every key."


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+s", "Ctrl+S"), ("f5", "F5"), ("escape", "Esc"), ("question_mark", "?"), ("x", "x"), ("G", "G"), ("+", "+")],
)
def test_keys_are_named_as_they_are_printed_on_them(key: str, name: str) -> None:
    assert key_name(key) == name


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
