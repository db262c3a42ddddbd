"""A prediction is right however Python lets one write it, and a wrong one is shown as it was written."""

import re

import pytest
from conftest import Grading

from tutor.report import CheckResult, Outcome

LESSON = "half_precision_inference"


def predicted(grading: Grading, **values: str) -> list[CheckResult]:
    source = grading.answer(LESSON)
    for name, value in values.items():
        source, found = re.subn(rf"^{name} = .*$", f"{name} = {value}", source, flags=re.MULTILINE)
        assert found == 1
    checks = {check.item: check for check in grading.check(LESSON, source, device="cpu").checks}
    return [checks[name] for name in values]


@pytest.mark.parametrize(
    "value",
    [
        "(True, torch.float32, torch.float16, torch.int64)",
        "[True, torch.float32, torch.half, torch.long]",
        "(1 == 1, 'torch.float32', 'float16', 'int64')",
    ],
)
def test_dtypes_may_be_written_in_quotes_and_tuples_as_lists(grading: Grading, value: str) -> None:
    (found,) = predicted(grading, PREDICT_1=value)
    assert found.outcome is Outcome.PASSED


def test_a_dtype_where_its_name_was_asked_for_is_read_as_its_name(grading: Grading) -> None:
    (found,) = predicted(grading, PREDICT_2="torch.float16")
    assert found.outcome is Outcome.FAILED and found.diagnosis is not None
    assert "Nothing converts the input" in found.diagnosis.sentence


@pytest.mark.parametrize("name", ["flot32", "nn.Linear", "torch.torch.float32", "float32.is_complex", "_dynamo"])
def test_no_other_name_is_looked_up(grading: Grading, name: str) -> None:
    (found,) = predicted(grading, PREDICT_1=f"(True, {name!r}, torch.float16, torch.int64)")
    assert found.outcome is Outcome.FAILED


def test_a_wrong_prediction_is_shown_whole_and_says_nothing_of_the_right_one(grading: Grading) -> None:
    (found,) = predicted(grading, PREDICT_1="(True, 'float32', torch.float64, torch.int64)")
    (difference,) = found.differences
    assert difference.yours is not None and difference.expected is None
    assert difference.yours.text == "(True, 'float32', torch.float64, torch.int64)"
    assert "[" not in difference.summary
