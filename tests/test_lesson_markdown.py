"""How a lesson is drawn: formulas, tables, callouts, code, and whatever else an author may write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from turns import of_today

from tutor.course import Course, content_root
from tutor.tui.inline import inline
from tutor.tui.lesson_markdown import LessonMarkdown
from tutor.tui.lesson_parser import lesson_parser
from tutor.tui.math import tex_inline, tex_rows
from tutor.tui.themes import DARK
from tutor.tui.wording import say

LESSONS = sorted((content_root() / "lessons").glob("*/*.md"))


class Reader(App[None]):
    """Shows one text and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.text = text
        self.links: list[str] = []

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield LessonMarkdown(self.text)

    def on_markdown_link_clicked(self, message: LessonMarkdown.LinkClicked) -> None:
        self.links.append(message.href)


async def lines_of(text: str, width: int = 60, height: int = 60) -> list[str]:
    """The lines of the screen; each one was as wide as the screen."""
    app = Reader(text)
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        return _lines(app, width)


def _lines(app: Reader, width: int) -> list[str]:
    strips = app.screen._compositor.render_strips()
    assert {strip.cell_length for strip in strips} == {width}
    return [strip.text.rstrip() for strip in strips]


async def drawn(text: str, width: int = 60) -> str:
    return "\n".join(await lines_of(text, width))


async def test_a_formula_in_a_sentence_is_text_of_that_sentence() -> None:
    assert "The entry yᵢⱼ is small." in await drawn("The entry $y_{ij}$ is small.")


async def test_a_displayed_formula_keeps_its_rows() -> None:
    lines = await lines_of("$$d = \\frac{C_{in}}{g}$$")
    above, middle = (next(n for n, line in enumerate(lines) if part in line) for part in ("Cᵢₙ", "d ="))

    assert above == middle - 1


async def test_a_formula_that_cannot_be_drawn_shows_its_source() -> None:
    assert r"\unknowncommand{x}" in await drawn("$$\n\\unknowncommand{x}\n$$")


async def test_a_table_keeps_its_columns() -> None:
    lines = await lines_of("| name | what |\n| --- | --- |\n| `a` | first |\n| `bb` | second |")
    rows = [line for line in lines if "first" in line or "second" in line]

    assert len({row.index(word) for row, word in zip(rows, ("first", "second"), strict=True)}) == 1


@pytest.mark.parametrize("kind", say.callout_names)
async def test_an_alert_shows_its_name_and_not_its_mark(kind: str) -> None:
    shown = await drawn(f"> [!{kind.upper()}]\n> Look here.\n")

    assert say.callout_names[kind] in shown
    assert "Look here." in shown
    assert "[!" not in shown


async def test_a_plain_quotation_is_no_alert() -> None:
    shown = await drawn("> Somebody said it.")

    assert "Somebody said it." in shown
    assert not any(name in shown for name in say.callout_names.values())


async def test_the_words_after_a_fences_language_become_a_label() -> None:
    shown = await drawn("```python predict PREDICT_1\nprint(1)\n```\n\n```text output\n1\n```")

    assert "what does this give?" in shown
    assert "it prints" in shown
    assert "PREDICT_1" not in shown


async def test_no_code_is_out_of_sight_in_a_narrow_pane() -> None:
    shown = await drawn("```python\nresult = model(" + ", ".join(f"x{n}" for n in range(20)) + ")\n```")

    assert all(f"x{n}" in shown for n in range(20))


async def test_front_matter_hints_and_closing_list_are_not_part_of_what_is_read(toy_course: Course) -> None:
    shown = await drawn(toy_course.lessons[0].body, 80)

    assert "Two vectors can meet in a table" in shown
    assert not any(word in shown for word in ("+++", "minutes", "Hints", "You can now"))


UNUSUAL = {
    "html": "before\n\n<details><summary>more</summary>hidden</details>\n\nafter <kbd>x</kbd><br>next",
    "footnote": "word[^1]\n\n[^1]: the note",
    "definition": "Term\n:   what it means",
    "container": "::: tip\ninside\n:::",
    "task list": "- [ ] open\n- [x] done",
    "rule in a list": "- one\n\n  ---\n- two",
    "image": "![a plot of the loss](plot.png)",
    "deep": "> - 1. > nested\n>      ```\n>      code\n>      ```",
    "broken": "| a | b |\n| --- |\n**open `code $x",
    "dollars": "It costs $5, or $6 at most; \\$x\\$ is not math.",
    "empty": "",
    "chinese": "中文和 `code` 混排，标点（括号）也要对齐。\n下一行。",
}


@pytest.mark.parametrize("name", UNUSUAL)
async def test_unusual_markdown_is_drawn_without_an_exception(name: str) -> None:
    await lines_of(UNUSUAL[name], 40)


async def test_an_image_is_told_by_its_description() -> None:
    assert "[a plot of the loss]" in await drawn("![a plot of the loss](plot.png)")


async def test_chinese_lines_join_without_a_space() -> None:
    assert "第一行第二行" in await drawn("第一行\n第二行")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab *_`$|>#-[]()!:~\\{}^\n0123<>/", max_size=60))
def test_the_parser_gives_only_tokens_that_textual_pairs(text: str) -> None:
    opened: list[str] = []
    for token in lesson_parser().parse(text):
        if token.nesting == 1:
            opened.append(token.type)
        elif token.nesting == -1:
            assert opened.pop() == token.type.replace("_close", "_open")
    assert opened == []


async def test_a_click_on_a_link_says_where_it_leads() -> None:
    app = Reader("[next lesson](running_mean.md)")
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click("MarkdownParagraph", offset=(2, 0))
        await pilot.pause()
        assert app.links == ["running_mean.md"]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\alpha_t", "αₜ"),
        (r"W^\top x", "Wᵀ x"),
        (r"x_{i,j}", "x_(i,j)"),
        (r"\nabla_\theta L", "∇_θ L"),
        (r"\frac{1}{n}", "1/n"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\sqrt{x+1}", "√(x+1)"),
        (r"\log p", "log p"),
        (r"\operatorname{softmax}(x)", "softmax(x)"),
        (r"a = b", "a = b"),
        (r"10^{-5}", "10⁻⁵"),
    ],
)
def test_inline_formulas_are_one_readable_line(tex: str, text: str) -> None:
    assert tex_inline(tex) == text


@pytest.mark.parametrize("tex", [r"\nosuchcommand", r"\frac{1}", "{", "", "?"])
def test_what_cannot_be_drawn_honestly_is_refused(tex: str) -> None:
    assert tex_rows(tex) is None


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_displayed_formula_of_the_course_can_be_drawn(path: Path) -> None:
    tokens = lesson_parser().parse(path.read_text(encoding="utf-8"))

    assert [token.content for token in _math(tokens) if tex_rows(token.content) is None] == []


def _math(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.type == "math_block"]


@pytest.mark.parametrize("path", of_today(LESSONS, a_day=24), ids=lambda path: f"{path.parent.name}-{path.stem}")
async def test_the_lessons_of_the_day_are_drawn_at_the_width_of_the_day(path: Path) -> None:
    app = Reader(path.read_text(encoding="utf-8"))
    widths = of_today((60, 76, 100), a_day=1)
    async with app.run_test(size=(widths[0], 300)) as pilot:
        for width in widths:
            await pilot.resize_terminal(width, 300)
            await pilot.pause()
            assert any(_lines(app, width))


def test_a_hint_keeps_its_code_and_formulas() -> None:
    assert inline("Use `a[:, None]` for **one** $x_i$.").plain == "Use a[:, None] for one xᵢ."


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("先看**形状**，\n再看数值。", "先看形状，再看数值。"),
        ("先看**形状**\n**再看**数值。", "先看形状再看数值。"),
        ("先看形状\nshape 和数值。", "先看形状 shape 和数值。"),
        ("one line\nand another", "one line and another"),
    ],
)
async def test_a_line_break_in_the_source_is_no_space_between_chinese_characters(source: str, line: str) -> None:
    assert line in await drawn(source)
