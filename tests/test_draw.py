"""The results pane as text: nothing is wider than the pane, and differences are shown so that they can be seen."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import every_state
import pytest
import sample_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.course import Hint
from tutor.report import Difference, Frame, Number, Problem, Report, TensorView, View
from tutor.tui.draw_result import draw_result
from tutor.tui.numbers import cells_of, texts_of
from tutor.tui.page import Page, printable
from tutor.tui.result_state import ResultState
from tutor.tui.wording import say

REPORTS = {
    **{name: make() for name, make in sample_reports.ALL.items()},
    **{f"state_{name}": value for name, value in vars(every_state).items() if isinstance(value, Report)},
}
HINTS = (Hint("", "Look at `a[:, None]` and at $x_i$."), Hint("", "A longer hint " * 12))


def lines_of(report: Report, width: int, height: int = 40, view: int = 0) -> list[str]:
    state = ResultState(hand_in="a.py", path="~/a.py", report=report, hints=HINTS, hints_shown=2, view=view)
    page = draw_result(state, width, height)
    assert [line.plain for line in page.lines if line.cell_length > width] == []
    return [line.plain for line in page.lines]


@pytest.mark.parametrize("name", REPORTS)
def test_no_line_is_wider_than_the_pane(name: str) -> None:
    for width in (24, 40, 56, 80, 118, 200):
        for view in (0, 1, 2):
            assert lines_of(REPORTS[name], width, view=view)


@pytest.mark.parametrize("name", REPORTS)
def test_a_list_of_checks_never_pushes_the_details_out_of_sight(name: str) -> None:
    report = REPORTS[name]
    tall, low = lines_of(report, 100, 200), lines_of(report, 100, 10)

    assert len(low) <= len(tall)


def numbers(kind: str) -> st.SearchStrategy[Number]:
    if kind == "float":
        return st.one_of(st.floats(-1e6, 1e6), st.floats(-1e-6, 1e-6), st.sampled_from(["nan", "inf", "-inf"]))
    return st.booleans() if kind == "bool" else st.integers(-(10**12), 10**12)


@st.composite
def differences(draw: st.DrawFn) -> Difference:
    kind = draw(st.sampled_from(["float", "int", "bool"]))
    rows, columns = draw(st.integers(1, 12)), draw(st.integers(1, 70))
    make = st.tuples(*[st.tuples(*[numbers(kind)] * columns)] * rows)
    expected = draw(make)
    changes = draw(
        st.lists(st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1), numbers(kind)), min_size=1)
    )
    yours = [list(row) for row in expected]
    for row, column, value in changes:
        yours[row][column] = value
    wrong = sum(a != b for one, two in zip(expected, yours, strict=True) for a, b in zip(one, two, strict=True))
    mine = TensorView((rows, columns), kind, "cpu", expected)
    theirs = replace(mine, rows=tuple(map(tuple, yours)))
    return Difference("x", "values", "They differ.", View("", mine), View("", theirs), wrong, rows * columns)


@settings(max_examples=60, deadline=None)
@given(differences(), st.integers(20, 160), st.integers(0, 2))
def test_any_two_tensors_fit_the_pane(difference: Difference, width: int, view: int) -> None:
    check = sample_reports.check("They agree.", sample_reports.Outcome.FAILED, differences=(difference,))
    lines_of(sample_reports.report([check]), width, view=view)


@settings(max_examples=100, deadline=None)
@given(differences())
def test_wrong_entries_are_never_shown_as_the_same_text(difference: Difference) -> None:
    assert difference.expected and difference.yours
    assert difference.expected.tensor and difference.yours.tensor
    cells = cells_of(difference, difference.expected.tensor, difference.yours.tensor)
    expected, yours = texts_of(cells)
    pairs = zip(*map(chain.from_iterable, (expected, yours, cells)), strict=True)

    for mine, theirs, cell in pairs:
        if cell.is_wrong and (cell.gap is None or abs(cell.gap) > 1e-6 * abs(float(cell.expected))):
            assert mine != theirs


def test_as_many_entries_are_marked_as_the_grader_counted() -> None:
    difference = sample_reports.VALUES
    assert difference.expected and difference.yours
    assert difference.expected.tensor and difference.yours.tensor
    cells = cells_of(difference, difference.expected.tensor, difference.yours.tensor)

    assert sum(cell.is_wrong for row in cells for cell in row) == difference.differing == 12


def one_row(expected: Number, yours: Number, dtype: str = "float64") -> list[str]:
    mine = TensorView((1,), dtype, "cpu", ((expected,),))
    theirs = replace(mine, rows=((yours,),))
    difference = Difference("x", "values", "The value differs.", View("", mine), View("", theirs), 1, 1)
    check = sample_reports.check("They agree.", sample_reports.Outcome.FAILED, differences=(difference,))
    return lines_of(sample_reports.report([check]), 90)


@pytest.mark.parametrize(
    ("expected", "yours", "mark"),
    [
        (1.0, 2.0, "2.00▲"),
        (1.0, 0.5, "0.50▼"),
        (1.0, 1.0000001, "1.0000001▲"),
        (1.0, "nan", "nan≠"),
        ("inf", "-inf", "-inf≠"),
        (True, False, "False≠"),
        (3, 4, "4▲"),
        (1e-7, 2e-7, "2e-07▲"),
    ],
)
def test_a_wrong_entry_says_which_way_it_is_wrong(expected: Number, yours: Number, mark: str) -> None:
    assert any(mark in line for line in one_row(expected, yours))


def test_a_window_of_a_larger_tensor_says_where_it_is() -> None:
    text = "\n".join(lines_of(sample_reports.heat_map(), 120))

    assert "the part at [0, 0, :, :]" in text
    assert "▀" in text


def test_a_shrunk_heat_map_keeps_a_single_wrong_entry() -> None:
    rows = [[0.0] * 64 for _ in range(2)]
    wrong = [list(row) for row in rows]
    wrong[1][37] = 5.0
    views = [View("", TensorView((2, 64), "float64", "cpu", tuple(map(tuple, one)))) for one in (rows, wrong)]
    difference = Difference("x", "values", "One differs.", *views, differing=1, total=128)
    check = sample_reports.check("They agree.", sample_reports.Outcome.FAILED, differences=(difference,))
    state = ResultState(report=sample_reports.report([check]), view=2)
    colours = {str(span.style) for line in draw_result(state, 40, 30).lines for span in line.spans}

    assert any("255,154,107" in colour for colour in colours)


@given(st.text(max_size=200))
def test_what_is_printable_holds_nothing_that_moves_the_cursor(text: str) -> None:
    left = set(printable(text))

    assert not {chr(code) for code in (*range(10), *range(11, 32), *range(0x7F, 0xA0))} & left


@pytest.mark.parametrize(("source", "column"), [("return aa + b", 7), ("        return aa + b", 15)])
def test_the_failing_name_is_underlined_whether_or_not_the_line_is_indented(source: str, column: int) -> None:
    problem = Problem("NameError", "name 'aa' is not defined", (Frame(3, "f", source, column, column + 2),))
    report = sample_reports.report([], outcome=sample_reports.Outcome.ERROR, problem=problem)
    (line,) = [one for one in draw_result(ResultState(report=report), 60, 30).lines if "return" in one.plain]
    (span,) = [span for span in line.spans if "underline" in str(span.style)]

    assert line.plain.strip() == "│ return aa + b"
    assert line.plain[span.start : span.end] == "aa"


def test_a_long_message_is_shortened_and_says_so() -> None:
    problem = Problem("RuntimeError", "\n".join(["a line of torch's"] * 100))
    text = lines_of(sample_reports.report([], outcome=sample_reports.Outcome.ERROR, problem=problem), 60)

    assert len(text) < 30
    assert any("…" in line for line in text)


def test_a_page_wraps_what_is_too_long_and_keeps_the_indent() -> None:
    page = Page(20)
    page.paragraph("one two three four five six", indent=4)

    assert [line.plain for line in page.lines] == ["    one two three", "    four five six"]


def test_effort_is_told_only_while_it_does_not_sting() -> None:
    assert say.effort(3, 1, 11) == "3 tries · 1 hint · 11 min"
    assert say.effort(11, 1, 11) == ""
    assert say.effort(1, 0, None) == "1 try"
