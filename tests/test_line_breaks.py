"""Text with Chinese in it is broken between characters, and its punctuation stays where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
import textual.content
from hypothesis import assume, given
from hypothesis import strategies as st
from rich._wrap import divide_line as divide_at_spaces
from rich.cells import cell_len
from textual.content import Content

from tutor.cjk import are_joined, on_one_line
from tutor.tui import line_breaks
from tutor.tui.line_breaks import divide_line

CLOSING, OPENING = "，。！？；：、）」』】》…”", "（「『【《“"
MIXED = st.text(st.sampled_from("张量的形状梯度 abcXY0 1.,()`é—·" + CLOSING + OPENING), max_size=80)
WIDTHS = st.integers(2, 40)


@pytest.fixture
def installed() -> Iterator[None]:
    before = vars(textual.content)["divide_line"]
    line_breaks.install()
    yield
    vars(textual.content)["divide_line"] = before


def lines(text: str, width: int) -> list[str]:
    ends = [*divide_line(text, width), len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("张量的形状是什么", 8, ["张量的形", "状是什么"]),
        ("先看形状，再看数值。", 8, ["先看形", "状，再看", "数值。"]),
        ("输出（张量）的形状", 6, ["输出", "（张", "量）的", "形状"]),
        ("用 torch.matmul 相乘", 8, ["用 ", "torch.ma", "tmul 相", "乘"]),
        ("调用backward()之后梯度", 14, ["调用backward()", "之后梯度"]),
        ("他说：“形状不对。”然后", 12, ["他说：“形状", "不对。”然后"]),
        ("结果……未知", 5, ["结", "果……", "未知"]),
    ],
)
def test_chinese_breaks_between_characters_and_keeps_its_punctuation(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width) == broken


@given(MIXED, WIDTHS)
def test_breaks_keep_the_text_and_go_forward(text: str, width: int) -> None:
    breaks = divide_line(text, width)

    assert breaks == sorted(set(breaks))
    assert all(0 < place < len(text) for place in breaks)
    assert "".join(lines(text, width)) == text


@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assume(re.search(line_breaks._IDEOGRAPH, text))
    assert all(cell_len(line.rstrip()) <= width for line in lines(text, width))


@given(st.text(st.sampled_from("张量形状 ab" + "，。）（"), max_size=60), st.integers(24, 40))
def test_closing_punctuation_begins_no_line_and_opening_ends_none(text: str, width: int) -> None:
    longest = max((cell_len(piece) for _, piece in line_breaks._pieces(text)), default=0)
    assume(longest <= width)
    first, *rest = lines(text, width) or [""]

    assert not any(line[0] in CLOSING and line_before[-1:].strip() for line_before, line in pairwise([first, *rest]))
    assert not any(line[-1:] in OPENING for line in [first, *rest][:-1])


@given(st.text(st.characters(max_codepoint=0x7F), max_size=80), st.integers(1, 40))
def test_ascii_breaks_where_it_always_did(text: str, width: int) -> None:
    assert divide_line(text, width) == divide_at_spaces(text, width)
    assert divide_line(text, width, False) == divide_at_spaces(text, width, False)


@given(st.text(st.sampled_from("gerät naïf “quoted” …— 한국어"), max_size=80), st.integers(2, 40))
def test_so_does_every_text_without_chinese(text: str, width: int) -> None:
    assert divide_line(text, width) == divide_at_spaces(text, width)


def test_textual_still_wraps_with_the_global_that_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, Textual has changed how it wraps, and line_breaks.install() does nothing any more."""
    asked: list[str] = []

    def divide(text: str, width: int, fold: bool = True) -> list[int]:
        asked.append(text)
        return []

    monkeypatch.setattr("textual.content.divide_line", divide)
    Content("some words").wrap(5)

    assert asked == ["some words"]


def test_once_installed_all_of_textual_wraps_so(installed: None) -> None:
    assert [str(line) for line in Content("先看形状，再看数值。").wrap(8)] == ["先看形", "状，再看", "数值。"]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [("张量", "形状", True), ("数值。", "然后", True), ("张量", "shape", False), ("结果——", "形状", True)],
)
def test_a_line_break_between_two_chinese_characters_stands_for_nothing(before: str, after: str, joined: bool) -> None:
    assert are_joined(before, after) is joined
    assert on_one_line(f"{before}\n  {after}") == (before + after if joined else f"{before} {after}")
