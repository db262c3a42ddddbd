"""What a learner is told about a wrong result is true, and about the smallest input that shows it."""

import math
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import TOY_COURSE
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.client import CheckRequest, Client
from tutor.judge.compare import TOLERANCES, compare
from tutor.observation import TensorObservation, decode, encode

FLOATS = st.one_of(
    st.integers(-3, 3).map(float), st.sampled_from([math.nan, math.inf, -math.inf, 1e-12, 1.0 + 1e-12, 1.0 + 1e-3])
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[torch.Tensor, torch.Tensor]:
    shape = draw(st.lists(st.integers(1, 3), max_size=3))
    count = math.prod(shape)
    expected = draw(st.lists(FLOATS, min_size=count, max_size=count))
    changes = draw(st.lists(st.one_of(st.none(), FLOATS), min_size=count, max_size=count))
    yours = [value if change is None else change for value, change in zip(expected, changes, strict=True)]
    return tuple(torch.tensor(values, dtype=torch.float64).reshape(shape) for values in (expected, yours))  # type: ignore[return-value]


@settings(deadline=None)
@given(pairs())
def test_the_number_of_wrong_values_and_the_place_of_the_worst_are_true(
    pair: tuple[torch.Tensor, torch.Tensor],
) -> None:
    expected, yours = pair
    found = compare("output", *(TensorObservation(t, requires_grad=False, device="cpu") for t in pair))
    limit = TOLERANCES[torch.float64]
    wrong = ~torch.isclose(yours, expected, limit.rtol, limit.atol, equal_nan=True)
    if not wrong.any():
        assert found is None
        return
    assert found is not None
    assert (found.differing, found.total) == (int(wrong.sum()), wrong.numel())
    gap = (yours - expected).abs().nan_to_num(nan=math.inf, posinf=math.inf)
    assert bool(wrong[found.largest_at])
    assert gap[found.largest_at] == gap[wrong].max()
    if wrong.numel() > 1:
        assert found.summary.startswith(f"{found.differing} of {found.total} values differ")


def told(expected: object, yours: object, name: str = "result") -> str:
    """What is said of two values as a probe would have seen them; nothing where they agree."""
    found = compare(name, *(decode(*encode(value)) for value in (expected, yours)))
    return found.summary if found else ""


@pytest.mark.parametrize(
    ("expected", "yours", "summary"),
    [
        (np.ones(2), torch.ones(2), "It is a tensor; it should be a NumPy array."),
        (torch.ones(2), np.ones(2), "It is a NumPy array; it should be a tensor."),
        (np.ones(2), np.ones(2).view(np.memmap), "It is a numpy.memmap; it should be a NumPy array."),
        (np.ones(2), [1.0, 1.0], "It is a list; it should be a NumPy array."),
        (np.ones(2), np.ones(2, np.float32), "Its dtype is float32; it should be float64."),
        (np.ones(2), np.ones(2) + 1e-12, ""),
    ],
)
def test_a_numpy_array_is_called_one(expected: object, yours: object, summary: str) -> None:
    assert told(expected, yours) == summary


@pytest.mark.parametrize(
    ("expected", "yours", "summary"),
    [
        ([1, 2], [1, 3], "At [1]: it is 3; it should be 2."),
        ([[1, 2], [3, 4]], [[1, 2], [3, 5]], "At [1][1]: it is 5; it should be 4."),
        ([1, ([2], 3)], [1, ([4], 3)], "At [1][0][0]: it is 4; it should be 2."),
        ([{"lr": [1, 2]}], [{"lr": [1, 3]}], "At [0]['lr'][1]: it is 3; it should be 2."),
        ([{"lr": 1}], [{"lr": 2}], "At [0]['lr']: it is 2; it should be 1."),
    ],
)
def test_a_place_inside_of_another_is_written_as_in_python(expected: object, yours: object, summary: str) -> None:
    assert told(expected, yours) == summary


@pytest.mark.parametrize(
    ("yours", "summary"),
    [
        (["pred"], "The code changed its input `pred`; it should leave it as it was."),
        (["a", "rows[0]"], "The code changed its inputs `a` and `rows[0]`; it should leave them as they were."),
        (list("abcde"), "The code changed its inputs `a`, `b`, `c` and 2 more; it should leave them as they were."),
        ([3], "It is [3]; it should be []."),
        ([], ""),
    ],
)
def test_an_input_that_was_changed_is_named(yours: list[object], summary: str) -> None:
    assert told([], yours, "inputs that changed") == summary


def test_of_a_long_list_of_names_the_first_that_differs_is_an_entry_and_no_event() -> None:
    names = [f"layer{n}.weight" for n in range(9)]
    assert told(", ".join(names), ", ".join(names[:-1])) == "It has 8 entries; it should have 9."
    other = ", ".join([names[0], "bias", *names[2:]])
    assert told(", ".join(names), other) == "Entry 2 is bias; it should be layer1.weight."


@pytest.mark.parametrize(
    ("expected", "yours", "summary"),
    [
        ([0.0, 1.0], [0.0, math.nan], "1 of 2 values differ; at [1] it is nan instead of 1."),
        ([False, True], [True, True], "1 of 2 values differ; at [0] it is True instead of False."),
        (1.0, math.nan, "The value differs; it is nan instead of 1."),
        ([0.0, 1.0], [0.0, 3.0], "1 of 2 values differ; the largest difference is +2 at [1]."),
    ],
)
def test_what_has_no_size_is_not_called_a_difference(expected: object, yours: object, summary: str) -> None:
    assert told(torch.tensor(expected), torch.tensor(yours)) == summary


@pytest.mark.parametrize("dtype", [torch.float8_e4m3fn, torch.float8_e5m2, torch.complex64, torch.uint16], ids=str)
def test_every_dtype_that_travels_can_be_compared(dtype: torch.dtype) -> None:
    zeros = torch.zeros(2, dtype=dtype)
    assert told(zeros, zeros) == ""
    assert told(zeros, torch.ones(2).to(dtype)).startswith("2 of 2 values differ")


def test_infinity_is_near_to_nothing_but_itself() -> None:
    assert compare("loss", math.inf, math.inf) is None
    assert compare("loss", -math.inf, -math.inf) is None
    for yours in (0.0, 1e308, -math.inf, math.nan):
        assert compare("loss", math.inf, yours) is not None
        assert compare("loss", yours, math.inf) is not None


def test_tuples_of_tensors_that_are_too_short_are_told_and_not_compared() -> None:
    one, two = (TensorObservation(torch.zeros(2), requires_grad=False, device="cpu") for _ in range(2))
    for expected, yours in (((one, one), (two,)), ((one,), (two, two)), ((), (two,))):
        found = compare("parts", expected, yours)
        assert found is not None and found.kind == "values"


@pytest.mark.parametrize("sizes", [((6, 6), (2, 1), (4, 4)), ((2, 1), (6, 6)), ((5, 1), (1, 2), (1, 3))])
def test_of_several_failing_cases_the_smallest_is_shown(tmp_path: Path, sizes: tuple[tuple[int, int], ...]) -> None:
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    grader = tmp_path / "graders/outer_sum/grader.py"
    text = grader.read_text().replace(
        "    yield Given(CALL, a=draw.normal(4), b=draw.normal(4))\n\n\n@grader.check", "CASES\n\n\n@grader.check", 1
    )
    cases = "\n".join(f"    yield Given(CALL, a=draw.normal({a}), b=draw.normal({b}))" for a, b in sizes)
    grader.write_text(text.replace("    yield Given(CALL, a=draw.normal(3), b=draw.normal(5))\nCASES", cases))
    with Client(tmp_path) as client:
        source = b"def outer_sum(a, b):\n    return a[:, None] - b\n"
        report = client.check(CheckRequest("outer_sum", source, "outer_sum.py", device="cpu"))
    assert report.first_failure is not None
    a, b = min(sizes, key=sum)
    assert f"a ({a},) float64, b ({b},) float64" in report.first_failure.case
