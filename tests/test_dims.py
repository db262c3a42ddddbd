"""Shapes stand under the names of their dimensions, where a check gives names, and the wrong sizes are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample_reports
from conftest import Grading
from every_state import FAILED, WRONG_VALUES

from tutor.render import plain, terminal
from tutor.render.capabilities import Capabilities
from tutor.report import Difference, Outcome, View
from tutor.tui.draw_result import draw_result
from tutor.tui.heat import HIGHER
from tutor.tui.page import Page
from tutor.tui.result_state import ResultState

DIMS = ("batch", "channels", "rows", "columns")
NAMED = Difference(
    "output",
    "shape",
    "Its shape is (1, 8, 16, 16); it should be (1, 8, 15, 15).",
    View("tensor of shape (1, 8, 15, 15), float32"),
    View("tensor of shape (1, 8, 16, 16), float32"),
    dims=DIMS,
)
RETURNED = replace(NAMED, kind="values", expected=View("(1, 8, 15, 15)"), yours=View("(1, 8, 15, 16)"))


def drawn(difference: Difference, width: int = 60) -> Page:
    check = sample_reports.check("They agree.", Outcome.FAILED, differences=(difference,))
    return draw_result(ResultState(report=sample_reports.failing(check)), width, 60)


def shell(difference: Difference, form: object) -> str:
    report = replace(FAILED, checks=(replace(WRONG_VALUES, differences=(difference,)),))
    return form.render(report, Capabilities())  # type: ignore[attr-defined,no-any-return]


def test_the_app_puts_the_names_above_both_shapes_and_marks_what_is_wrong() -> None:
    lines = drawn(NAMED).lines
    at = next(place for place, line in enumerate(lines) if "batch" in line.plain)
    names, expected, yours = (line.plain for line in lines[at : at + 3])

    assert names.split() == list(DIMS)
    assert expected.rindex("15") + 2 == yours.rindex("16") + 2 == len(names.rstrip())
    marked = [lines[at + 2].plain[span.start : span.end] for span in lines[at + 2].spans if HIGHER in str(span.style)]
    assert marked == ["16", "16"]


def test_a_shape_that_a_function_returned_is_a_shape_too() -> None:
    text = "\n".join(line.plain for line in drawn(RETURNED).lines)

    assert "channels" in text and RETURNED.summary in text


def test_without_names_the_axes_have_their_numbers() -> None:
    lines = [line.plain.split() for line in drawn(replace(NAMED, dims=())).lines]

    assert ["axis", "0", "1", "2", "3"] in lines


def test_a_shape_with_an_axis_too_many_is_lined_up_from_the_right() -> None:
    longer = replace(NAMED, yours=View("tensor of shape (1, 1, 8, 15, 15), float32"))
    lines = [line.plain for line in drawn(longer).lines]
    names = next(line for line in lines if "batch" in line)
    yours = next(line for line in lines if "yours" in line)

    assert len(names.rstrip()) == yours.rindex("15") + 2


def test_the_shell_puts_the_names_above_and_a_mark_below() -> None:
    lines = shell(NAMED, terminal).splitlines()
    at = next(place for place, line in enumerate(lines) if line.split() == list(DIMS))

    assert [line.split()[0] for line in lines[at + 1 : at + 3]] == ["expected", "yours"]
    assert lines[at + 3].split() == ["^^", "^^"]
    assert lines[at + 3].rindex("^") == lines[at + 2].rindex("6")


def test_plain_text_says_each_wrong_size_in_a_sentence() -> None:
    text = shell(NAMED, plain)

    assert "rows: expected 15, yours 16.\ncolumns: expected 15, yours 16.\n" in text
    assert "batch:" not in text


@pytest.mark.parametrize(
    ("lesson", "answer", "dims"),
    [
        ("conv2d_shape_arithmetic", "wrong_padding_once", DIMS),
        ("grouped_convolution", "wrong_groups_ignored", ("filters", "channels", "rows", "columns")),
    ],
)
def test_a_real_check_gives_the_names(grading: Grading, lesson: str, answer: str, dims: tuple[str, ...]) -> None:
    report = grading.check(lesson, grading.answer(lesson, answer), device="cpu")

    assert dims in [one.dims for check in report.checks for one in check.differences]
