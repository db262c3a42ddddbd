"""Which entries differ, and in which slices: the judge says so in the report, and all front ends draw that."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import sample_reports
import torch
from every_state import FAILED, WRONG_VALUES
from hypothesis import given, settings
from hypothesis import strategies as st
from tui_pilot import FakeGrader, running

from tutor.course import Course
from tutor.judge.budget import MOST_NUMBERS, within_budget
from tutor.judge.compare import compare
from tutor.judge.grader import Tolerance
from tutor.judge.view import MOST_SLICES
from tutor.observation import TensorObservation
from tutor.render import plain, terminal
from tutor.render.capabilities import Capabilities
from tutor.render.tensors import EQUAL, entries
from tutor.report import CheckResult, Difference, Outcome, Report
from tutor.report_json import report_from_dict, report_to_dict, to_dict
from tutor.tui.draw_result import draw_result
from tutor.tui.numbers import cells_of
from tutor.tui.result_state import ResultState


def differing(expected: torch.Tensor, yours: torch.Tensor, tolerance: Tolerance | None = None) -> Difference:
    observed = [TensorObservation(tensor, False, "cpu") for tensor in (expected, yours)]
    found = compare("output", *observed, tolerance)
    assert found is not None
    return found


def marked(difference: Difference) -> set[tuple[int, ...]]:
    """Where the app marks an entry as wrong."""
    assert difference.expected and difference.yours
    assert difference.expected.tensor and difference.yours.tensor
    cells = cells_of(difference, difference.expected.tensor, difference.yours.tensor)
    return {cell.place for row in cells for cell in row if cell.is_wrong and cell.place is not None}


def failing(difference: Difference) -> Report:
    return sample_reports.failing(sample_reports.check("They agree.", Outcome.FAILED, differences=(difference,)))


def app_text(difference: Difference, number: int = 0, width: int = 100) -> str:
    state = ResultState(hand_in="a.py", report=failing(difference), slice=number)
    return "\n".join(line.plain for line in draw_result(state, width, 60).lines)


def shell_text(difference: Difference, form: object = terminal) -> str:
    report = replace(FAILED, checks=(replace(WRONG_VALUES, differences=(difference,)),))
    return form.render(report, Capabilities())  # type: ignore[attr-defined,no-any-return]


# Marks


def test_an_entry_within_its_tolerance_is_not_marked_however_far_off_it_is() -> None:
    expected = torch.tensor([1000.0, 0.0, 0.0])
    found = differing(expected, torch.tensor([1000.5, 0.001, 0.0]), Tolerance(1e-3, 0.0))

    assert found.differing == 1
    assert marked(found) == {(1,)}
    assert [entry.sign != EQUAL for entry in entries(found)[0]] == [False, True, False]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 3), st.integers(0, 5)), min_size=1), st.sampled_from([2.0, math.nan, math.inf]))
def test_exactly_the_wrong_entries_are_marked(places: set[tuple[int, int]], value: float) -> None:
    yours = torch.zeros(4, 6, dtype=torch.float64)
    for place in places:
        yours[place] = value
    found = differing(torch.zeros(4, 6, dtype=torch.float64), yours)

    assert marked(found) == places
    signs = {entry.index for row in entries(found) for entry in row if entry.sign != EQUAL}
    assert signs == places


def test_a_nan_where_a_nan_is_expected_is_right() -> None:
    found = differing(torch.tensor([math.nan, math.inf, 1.0]), torch.tensor([math.nan, -math.inf, 1.0]))

    assert marked(found) == {(1,)}


def test_one_wrong_entry_of_a_shrunk_window_stays_marked() -> None:
    yours = torch.zeros(200, 130)
    yours[117, 64] = 1.0
    found = differing(torch.zeros(200, 130), yours)

    assert found.yours and found.yours.tensor
    assert sum(row.count("x") for row in found.yours.tensor.wrong) == 1
    assert found.yours.tensor.block == (4, 3)


@pytest.mark.parametrize(
    ("expected", "yours", "words"),
    [
        (0.5, math.nan, "nan, not a number; it should be 0.5."),
        (math.inf, 1.0, "is 1; it should be infinity."),
        (math.inf, -math.inf, "is minus infinity; it should be infinity."),
    ],
)
def test_numbers_that_are_not_finite_are_spelled_in_words(expected: float, yours: float, words: str) -> None:
    found = differing(torch.tensor([expected, 1.0]), torch.tensor([yours, 1.0]))

    assert words in app_text(found)
    assert ("nan (not a number)" if math.isnan(yours) else "infinity") in shell_text(found)
    assert ("nan (not a number)" if math.isnan(yours) else "infinity") in shell_text(found, plain)


def test_a_report_from_before_there_were_marks_is_still_drawn() -> None:
    data = report_to_dict(failing(sample_reports.VALUES))
    for check in data["checks"]:
        for difference in check["differences"]:
            for new in ("differing_slices", "further", "trace", "dims"):
                del difference[new]
            for side in ("expected", "yours"):
                del difference[side]["tensor"]["wrong"]
    report = report_from_dict(json.loads(json.dumps(data)))

    assert report == failing(sample_reports.VALUES)
    assert app_text(report.checks[1].differences[0]).count("▲") == 12


# Slices


def stack(*wrong: tuple[int, ...], shape: tuple[int, ...] = (3, 2, 4, 5)) -> Difference:
    """A difference in exactly one entry of each of these slices."""
    yours = torch.zeros(shape)
    for index in wrong:
        yours[(*index, 1, 2)] = 1.0 + sum(index)
    return differing(torch.zeros(shape), yours)


def test_every_slice_that_differs_is_carried_and_no_other() -> None:
    found = stack((0, 1), (1, 0), (2, 1))

    assert found.differing_slices == 3
    assert found.expected and found.expected.tensor
    indices = [found.expected.tensor.index, *(one.yours.index for one in found.further)]
    assert indices == [(0, 1), (1, 0), (2, 1)]


def test_a_matrix_has_no_slices_to_step_through() -> None:
    found = differing(torch.zeros(3, 4), torch.ones(3, 4))

    assert (found.differing_slices, found.further) == (0, ())


def test_the_app_says_which_of_the_differing_slices_is_shown() -> None:
    found = stack((0, 1), (1, 0), (2, 1))

    assert "slice [0, 1] · 1 of 3 that differ" in app_text(found)
    assert "slice [1, 0] · 2 of 3 that differ" in app_text(found, 1)
    assert "slice [2, 1] · 3 of 3 that differ" in app_text(found, 99)


def test_the_shell_says_how_many_more_slices_differ() -> None:
    assert "Shown is [0, 1, :, :]. 2 more slices differ." in shell_text(stack((0, 1), (1, 0), (2, 1)))
    assert "1 more slice differs." in shell_text(stack((0, 1), (1, 0)), plain)
    assert "more slice" not in shell_text(stack((0, 1)), plain)


def test_more_slices_than_are_carried_are_counted() -> None:
    every = list(product(range(4), range(5)))
    found = stack(*every, shape=(4, 5, 4, 5))

    assert len(found.further) == MOST_SLICES - 1
    assert "slice [0, 0] · 1 of 20 that differ · the first 8 can be shown" in app_text(found)


async def test_brackets_step_through_the_slices_and_stop_at_the_ends(toy_course: Course, tmp_path: Path) -> None:
    grader = FakeGrader(failing(stack((0, 1), (1, 0))))
    async with running(toy_course, tmp_path, grader) as app:
        await app.press("3")
        await app.check()
        assert "1 of 2 that differ" in app.results()

        await app.press("right_square_bracket", "right_square_bracket")
        assert "slice [1, 0] · 2 of 2 that differ" in app.results()
        await app.press("left_square_bracket")
        assert "slice [0, 1] · 1 of 2 that differ" in app.results()


async def test_a_new_result_begins_at_its_first_slice(toy_course: Course, tmp_path: Path) -> None:
    async with running(toy_course, tmp_path, FakeGrader(failing(stack((0, 1), (1, 0))))) as app:
        await app.press("3")
        await app.check()
        await app.press("right_square_bracket")
        await app.check()

        assert "1 of 2 that differ" in app.results()


# Size


def test_the_slices_of_one_tensor_take_no_more_than_twice_the_room_of_a_window() -> None:
    found = differing(torch.rand(40, 128, 128, dtype=torch.float64), torch.rand(40, 128, 128, dtype=torch.float64))
    size = len(json.dumps(to_dict(found)))
    window = len(json.dumps(to_dict(replace(found, further=()))))

    assert window < 200_000
    assert size < 2 * window


def test_a_report_stays_small_however_many_tensors_are_wrong() -> None:
    found = differing(torch.rand(9, 70, 70, dtype=torch.float64), torch.rand(9, 70, 70, dtype=torch.float64))
    wrong: CheckResult = replace(WRONG_VALUES, differences=(found,) * 10)
    report = replace(FAILED, checks=tuple(within_budget([wrong] * 20)))

    assert len(json.dumps(report_to_dict(report))) < 30 * MOST_NUMBERS
    first, *_, last = report.checks
    assert first.differences[0] == found
    assert last.differences[0].summary == found.summary
    assert last.differences[0].yours and last.differences[0].yours.tensor is None
    assert app_text(last.differences[0])
