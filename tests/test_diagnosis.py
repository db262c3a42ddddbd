"""A misconception is named only where it explains everything; a wrong name is worse than none."""

import shutil
from pathlib import Path

import pytest
from conftest import TOY_COURSE, Grading

from tutor.client import CheckRequest, Client
from tutor.judge.diagnose import same_behaviour
from tutor.judge.grader import Grader
from tutor.raised import Raised
from tutor.report import CheckResult, Problem

OF_A_REFERENCE = [
    ("conv2d_shape_arithmetic", "dilation: Pair = 1,", "dilation: Pair = 2,", None),
    ("conv2d_shape_arithmetic", 'if padding == "same":', "if True:", None),
    ("conv2d_shape_arithmetic", "length + 2 * padding", "length + padding", "padding_once"),
    ("focal_loss", "(1 - true) * (1 - self.alpha)", "(2 - true) * (1 - self.alpha)", None),
    ("focal_loss", "one_minus_p_t**self.gamma * cross", "self.gamma * cross", None),
    ("focal_loss", "one_minus_p_t**self.gamma * cross", "one_minus_p_t * self.gamma * cross", "gamma_multiplied"),
    ("amp_gradient_accumulation", "scaler.scale(loss).backward()", "scaler.scale(loss)", "clears_before_the_step"),
    ("amp_gradient_accumulation", " / len(window)", "", "does_not_divide"),
    ("partial_state_dict_loading", " if own[name].shape == pretrained[name].shape}", "}", "copies_by_name_only"),
]


def raised(kind: str, message: str) -> Raised:
    return Raised((kind, "Exception"), Problem(kind=kind, message=message))


def first_failure(grading: Grading, lesson: str, source: str) -> CheckResult:
    report = grading.check(lesson, source, device="cpu")
    assert report.first_failure is not None
    return report.first_failure


@pytest.mark.parametrize(("lesson", "stands", "becomes", "name"), OF_A_REFERENCE)
def test_a_mistake_is_called_by_its_name_and_another_one_is_not(
    grading: Grading, lesson: str, stands: str, becomes: str, name: str | None
) -> None:
    reference = grading.answer(lesson)
    assert stands in reference
    failure = first_failure(grading, lesson, reference.replace(stands, becomes))
    assert (failure.diagnosis.name if failure.diagnosis else None) == name
    assert failure.case and failure.message, "without a name, the smallest failing case is what helps"


def test_a_second_mistake_that_shows_differently_does_not_hide_the_first(grading: Grading) -> None:
    source = grading.answer("focal_loss", "wrong_alpha_swapped").replace(
        "if reduction not in", "if False and reduction in"
    )
    failure = first_failure(grading, "focal_loss", source)
    assert failure.diagnosis is not None and failure.diagnosis.name == "any_reduction_accepted"


def test_what_goes_further_than_the_exercise_does_not_hide_the_mistake(grading: Grading) -> None:
    source = grading.answer("focal_loss", "wrong_alpha_swapped").replace(
        "true = true.to(pred.dtype)", "true = true.to(pred.dtype).round()"
    )
    failure = first_failure(grading, "focal_loss", source)
    assert failure.diagnosis is not None and failure.diagnosis.name == "alpha_swapped"


@pytest.mark.parametrize(("reference", "alike"), [(raised("ValueError", "negative"), True), ({"sum": 1.0}, False)])
def test_where_an_exception_is_right_its_words_do_not_matter(reference: Raised | dict[str, float], alike: bool) -> None:
    grader = Grader()
    grader.check("sums", item="sums")(lambda draw: iter(()))
    (check,) = grader.checks
    one, other = raised("ValueError", "-1 is negative"), raised("ValueError", "give a positive length")
    assert same_behaviour(check, reference, one, other) is alike
    assert not same_behaviour(check, reference, one, raised("TypeError", "give a positive length"))


def test_a_mistake_that_is_right_in_a_check_does_not_explain_its_failure(tmp_path: Path) -> None:
    """It is within the tolerance there, and the hand-in, as near to the mistake as the mistake to the truth, is not."""
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    slightly = (
        '"""{}\n\nfails: every_entry_is_a_pair_sum\n"""\n\n\ndef outer_sum(a, b):\n    return (a[:, None] + b) * {}\n'
    )
    for known in (tmp_path / "graders/outer_sum").glob("wrong_*.py"):
        known.unlink()
    names = []
    for name, factor in (("almost_right", "(1 + 0.9e-9)"), ("clearly_wrong", "(1 + 1.9e-9)")):
        (tmp_path / f"graders/outer_sum/wrong_{name}.py").write_text(slightly.format("Too large.", factor))
        with Client(tmp_path) as client:
            source = slightly.format("Mine.", "(1 + 1.8e-9)").encode()
            failure = client.check(CheckRequest("outer_sum", source, "outer_sum.py", device="cpu")).first_failure
        assert failure is not None and failure.id == "every_entry_is_a_pair_sum"
        names.append(failure.diagnosis.name if failure.diagnosis else None)
    assert names == [None, "clearly_wrong"]
