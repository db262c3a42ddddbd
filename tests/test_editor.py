"""The editor: what Enter, brackets, Backspace and Esc do in Python code."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.theme import Theme

from tutor.tui.editor import Editor
from tutor.tui.external_editor import ExternalEditor, find_editor
from tutor.tui.indentation import indent_after
from tutor.tui.themes import DARK, LIGHT

KEYS = {"\n": "enter", " ": "space", "\b": "backspace"}


class Page(App[None]):
    """One editor and nothing else."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.text = text
        self.left = 0

    def compose(self) -> ComposeResult:
        yield Editor(self.text)

    def on_editor_left(self) -> None:
        self.left += 1

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)


async def typed(pilot: Pilot[None], keys: str) -> None:
    for key in keys:
        await pilot.press(KEYS.get(key, key))


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("def f(x):\nreturn x\ny", "def f(x):\n    return x\ny"),
        ("if a:\nb\nc", "if a:\n    b\n    c"),
        ("f(", "f()"),
        ("f(a)", "f(a)"),
        ("x = [1, 2", "x = [1, 2]"),
        ("f(\na", "f(\n    a\n)"),
        ("(\b", ""),
        ('s = "a', 's = "a"'),
        ('"""doc', '"""doc'),
        ("don't", "don't"),
        ("    \b", ""),
        ("ab\b", "a"),
        ("return f(a,\nb", "return f(a,\nb)"),
    ],
)
async def test_typing_gives_the_code_one_expects(keys: str, text: str) -> None:
    app = Page()
    async with app.run_test() as pilot:
        await typed(pilot, keys)
        assert app.editor.text == text


@pytest.mark.parametrize(
    ("line", "indent"),
    [
        ("", ""),
        ("    x = 1", "    "),
        ("for i in range(3):", "    "),
        ("    if x:  # why", "        "),
        ("        return x", "    "),
        ("        return f(x,", "        "),
        ("        raise ValueError", "    "),
        ("    returned = 1", "    "),
        ("x = {", "    "),
        ("    pass", ""),
    ],
)
def test_enter_indents_as_the_line_above_asks(line: str, indent: str) -> None:
    assert indent_after(line) == indent


async def test_esc_leaves_and_types_nothing() -> None:
    app = Page("x")
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert (app.left, app.editor.text) == (1, "x")


async def test_tab_indents_and_enter_can_be_undone() -> None:
    app = Page()
    async with app.run_test() as pilot:
        await typed(pilot, "if a:\n")
        await pilot.press("tab", "ctrl+z", "ctrl+z")
        assert app.editor.text in ("if a:", "if a", "")


async def test_a_closing_bracket_that_was_not_there_is_typed() -> None:
    app = Page()
    async with app.run_test() as pilot:
        await typed(pilot, "a)")
        assert app.editor.text == "a)"


async def test_brackets_are_not_closed_in_front_of_a_word() -> None:
    app = Page("word")
    async with app.run_test() as pilot:
        await typed(pilot, "(")
        assert app.editor.text == "(word"


async def test_typing_over_a_selection_replaces_it() -> None:
    app = Page("abc")
    async with app.run_test() as pilot:
        app.editor.select_all()
        await typed(pilot, "(")
        assert app.editor.text == "("


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_a_keyword_has_the_themes_colour(theme: Theme) -> None:
    app = Page("def f(): pass")
    async with app.run_test() as pilot:
        app.theme = theme.name
        app.editor.move_cursor((0, 6))
        await pilot.pause()
        (style,) = [segment.style for segment in app.editor.render_line(0) if segment.text == "def"]
        assert style is not None
        assert style.color is not None
        assert style.color.name == theme.primary


async def test_the_line_of_an_error_is_underlined_until_the_text_is_replaced() -> None:
    app = Page("a\n  b\n")
    async with app.run_test():
        app.editor.mark_problem(1)
        assert any("underline" in str(span.style) for span in app.editor.get_line(1).spans)
        app.editor.mark_problem(98)
        app.editor.show_text("c\n")
        assert app.editor.problem_line is None


async def test_control_characters_in_a_file_never_reach_the_terminal() -> None:
    app = Page("a\x1b[31mb\x07\n\tc\r")
    async with app.run_test() as pilot:
        await pilot.pause()
        text = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert not {"\x1b", "\x07"} & set(text)


@pytest.mark.parametrize(
    ("environment", "editor"),
    [
        ({"EDITOR": "vim -u NONE"}, ExternalEditor(("vim", "-u", "NONE"), is_windowed=False)),
        ({"EDITOR": "nano", "VISUAL": "/usr/bin/code --wait"}, ExternalEditor(("/usr/bin/code", "--wait"), True)),
        ({"EDITOR": "'broken"}, ExternalEditor(("'broken",), is_windowed=False)),
    ],
)
def test_the_learners_own_editor_is_found(environment: dict[str, str], editor: ExternalEditor) -> None:
    assert find_editor(environment) == editor


def test_without_a_setting_an_editor_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "vi" else None)
    assert find_editor({}) == ExternalEditor(("vi",), is_windowed=False)
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert find_editor({"EDITOR": ""}) is None
