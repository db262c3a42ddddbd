"""Ctrl+/ in the editor: lines become comments, and code again."""

from __future__ import annotations

import pytest
from test_editor import Page, typed
from textual.widgets.text_area import Selection

from tutor.tui.comments import toggle_comment


def toggled(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(change.apply(line) for change, line in zip(toggle_comment(lines), lines, strict=True))


@pytest.mark.parametrize(
    ("code", "comment"),
    [
        ("x = 1", "# x = 1"),
        ("    x", "    # x"),
        ("    if x:\n        y", "    # if x:\n    #     y"),
        ("        y\n    x", "    #     y\n    # x"),
        ("a\n\n    b\n   \nc", "# a\n\n#     b\n   \n# c"),
        ("\tx\n\t\ty", "\t# x\n\t# \ty"),
        ("# a\nb", "# # a\n# b"),
        ("", "# "),
    ],
)
def test_code_becomes_a_comment_and_the_same_code_again(code: str, comment: str) -> None:
    assert toggled(code) == comment
    assert toggled(comment) == code


def test_a_comment_without_a_space_is_taken_out_too() -> None:
    assert toggled("  #x\n\n# y") == "  x\n\ny"


@pytest.mark.parametrize("key", ["ctrl+underscore", "ctrl+slash"])
async def test_both_names_of_the_key_toggle_the_line_with_the_cursor(key: str) -> None:
    app = Page("a\n    b\nc")
    async with app.run_test() as pilot:
        app.editor.move_cursor((1, 5))
        await pilot.press(key)
        assert app.editor.text == "a\n    # b\nc"
        assert app.editor.cursor_location == (1, 7)

        await pilot.press(key)
        assert app.editor.text == "a\n    b\nc"
        assert app.editor.cursor_location == (1, 5)


@pytest.mark.parametrize("backwards", [False, True])
async def test_the_selection_stays_on_what_was_selected(backwards: bool) -> None:
    app = Page("    abc\n\n    def\nrest")
    async with app.run_test() as pilot:
        ends = ((0, 5), (2, 6))
        app.editor.selection = Selection(*(reversed(ends) if backwards else ends))
        selected = app.editor.selected_text
        await pilot.press("ctrl+underscore")
        assert app.editor.text == "    # abc\n\n    # def\nrest"
        assert app.editor.selection == Selection(*(((2, 8), (0, 7)) if backwards else ((0, 7), (2, 8))))

        await pilot.press("ctrl+underscore")
        assert app.editor.selected_text == selected


async def test_a_selection_that_ends_at_the_start_of_a_line_leaves_that_line_alone() -> None:
    app = Page("a\nb\nc")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((0, 0), (2, 0))
        await pilot.press("ctrl+underscore")
        assert app.editor.text == "# a\n# b\nc"


async def test_one_undo_takes_a_whole_comment_back_and_leaves_what_was_typed_before() -> None:
    app = Page("a\nb")
    async with app.run_test() as pilot:
        await typed(pilot, "x")
        app.editor.select_all()
        await pilot.press("ctrl+underscore", "ctrl+z")
        assert app.editor.text == "xa\nb"
        assert app.editor.selected_text == "xa\nb"

        await pilot.press("ctrl+y")
        assert app.editor.text == "# xa\n# b"


async def test_a_comment_taken_out_of_one_letter_is_a_step_of_its_own() -> None:
    app = Page("# a")
    async with app.run_test() as pilot:
        app.editor.move_cursor((0, 3))
        await pilot.press("backspace", "ctrl+underscore", "ctrl+z")
        assert app.editor.text == "# "


async def test_a_file_that_cannot_be_edited_stays_as_it_is() -> None:
    app = Page("a")
    async with app.run_test() as pilot:
        app.editor.read_only = True
        await pilot.press("ctrl+underscore")
        assert app.editor.text == "a"
