"""Ctrl+F: finding words in the file, without losing one's place or the keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tui_pilot import Driver, running

from tutor.course import Course
from tutor.tui.find_bar import matches
from tutor.tui.wording import say

TEXT = "total = 0\nfor x in xs:\n    total += x\nTotal = [total]\n"


@asynccontextmanager
async def searching(course: Course, folder: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Driver]:
    """The app on a file with four totals, with the bar open."""
    async with running(course, folder, size=size) as app:
        assert app.screen.code.editor is not None
        app.screen.code.editor.load_text(TEXT)
        await app.press("2", "ctrl+f")
        yield app


def selected(app: Driver) -> tuple[tuple[int, int], tuple[int, int]]:
    assert app.screen.code.editor is not None
    return app.screen.code.editor.selection


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("total", 4), ("Total", 1), ("TOTAL", 0), ("+=", 1), ("", 0), (".", 0), ("x", 3), ("tt", 0)],
)
def test_small_letters_find_capitals_and_a_capital_only_itself(wanted: str, found: int) -> None:
    assert len(matches(TEXT.split("\n"), wanted)) == found


async def test_typing_goes_to_the_first_match_and_counts(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        await app.type("total")

        assert selected(app) == ((0, 0), (0, 5))
        assert say.match_of(1, 4) in app.shown()
        assert app.editor_text == TEXT


async def test_enter_and_the_arrows_step_through_the_matches_and_around(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        await app.type("total")
        rows = []
        for key in ("enter", "down", "enter", "enter", "up", "shift+enter"):
            await app.press(key)
            rows.append(selected(app)[0])

        assert rows == [(2, 4), (3, 0), (3, 9), (0, 0), (3, 9), (3, 0)]
        assert say.match_of(3, 4) in app.shown()


async def test_the_search_begins_at_the_cursor(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        assert app.screen.code.editor is not None
        await app.press("escape")
        app.screen.code.editor.move_cursor((1, 0))
        await app.press("ctrl+f")
        await app.type("total")

        assert selected(app) == ((2, 4), (2, 9))


async def test_esc_goes_back_to_the_editor_with_the_cursor_on_the_match(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        await app.type("total")
        await app.press("enter", "escape")
        await app.type("sub")

        assert "    subtotal += x" in app.editor_text
        assert say.find_label not in app.shown().split("\n")[2]


async def test_no_match_is_said_in_words_and_moves_nothing(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        assert app.screen.code.editor is not None
        app.screen.code.editor.move_cursor((2, 3))
        await app.press("ctrl+f")
        await app.type("nowhere")
        assert say.no_match in app.shown()

        await app.press("enter", "up", "escape")
        assert selected(app) == ((2, 3), (2, 3))


async def test_the_selected_word_is_what_is_looked_for(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        await app.press("escape", "shift+right", "shift+right", "shift+right", "ctrl+f")

        assert say.match_of(1, 4) in app.shown()
        await app.type("x")
        assert say.match_of(1, 3) in app.shown()


async def test_an_edit_while_the_bar_is_open_is_counted(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        assert app.screen.code.editor is not None
        await app.type("total")
        app.screen.code.editor.replace("", (2, 0), (3, 0))
        await app.until(lambda: say.match_of(1, 3) in app.shown())


async def test_the_code_comes_to_the_front_for_a_search(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, size=(80, 24)) as app:
        await app.press("ctrl+f")
        await app.type("torch")

        assert app.screen.pane == "code"
        assert say.match_of(1, 2) in app.shown()


async def test_the_palette_searches_and_comments_too(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path) as app:
        for command, happened in (
            (say.command_comment, lambda: app.editor_text.startswith('# """')),
            (say.command_find_in_file, lambda: say.find_keys in app.shown()),
        ):
            await app.press("ctrl+p")
            await app.type(command.lower()[:12])
            await app.until(lambda name=command: name in app.shown())  # type: ignore[misc]
            await app.press("down", "enter")
            await app.until(happened, command)


async def test_another_lesson_opens_without_the_bar(toy_course: Course, tmp_path: Path) -> None:
    async with searching(toy_course, tmp_path) as app:
        await app.type("total")
        app.screen.action_next_lesson()
        await app.until(lambda: app.screen.lesson.id == "running_mean")
        await app.until(lambda: not app.screen.query_one("FindBar").display)
