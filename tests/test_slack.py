"""On another device the tolerance follows what the reference itself does there, within bounds."""

import pytest
import torch

from tutor.judge.compare import compare
from tutor.judge.slack import LARGEST_SLACK, SAFETY, share_of_tolerance, with_slack
from tutor.observation import NamedTupleObservation, TensorObservation


def observed(*values: float, device: str = "cpu", dtype: torch.dtype = torch.float32) -> TensorObservation:
    return TensorObservation(torch.tensor(values, dtype=dtype), requires_grad=False, device=device)


def test_where_both_devices_agree_the_usual_tolerance_applies():
    assert with_slack(observed(1.0, 2.0, device="cuda"), observed(1.0, 2.0)).slack == 1.0


def test_where_the_reference_differs_a_hand_in_may_differ_by_some_times_as_much():
    expected = with_slack(observed(1.0, device="cuda"), observed(1.0002))
    assert expected.slack == pytest.approx(SAFETY * 0.0002 / 1.1e-4, rel=1e-2)
    assert compare("loss", expected, observed(1.0006, device="cuda")) is None
    assert compare("loss", expected, observed(1.002, device="cuda")) is not None
    assert compare("loss", observed(1.0, device="cuda"), observed(1.0006, device="cuda")) is not None


def test_random_numbers_of_another_generator_do_not_make_everything_right():
    expected = with_slack(observed(0.3, -1.2, device="cuda"), observed(-0.9, 0.4))
    assert expected.slack == LARGEST_SLACK
    assert compare("noise", expected, observed(0.31, -1.2, device="cuda")) is not None


def test_nan_and_infinity_say_nothing_about_rounding():
    inf, nan = float("inf"), float("nan")
    assert with_slack(observed(inf, nan, device="cuda"), observed(inf, nan)).slack == 1.0


def test_it_reaches_tensors_inside_of_what_was_observed():
    here, there = observed(1.0, device="cuda"), observed(1.0005)
    for wrap in (lambda t: {"a": t}, lambda t: [t], lambda t: (t,), lambda t: NamedTupleObservation(("x",), (t,))):
        assert str(with_slack(wrap(here), wrap(there))).count(f"slack={with_slack(here, there).slack}") == 1


def test_integers_and_other_shapes_have_no_slack():
    whole = TensorObservation(torch.tensor([1, 2]), requires_grad=False, device="cuda")
    assert with_slack(whole, TensorObservation(torch.tensor([5, 6]), requires_grad=False, device="cpu")).slack == 1.0
    assert share_of_tolerance(observed(1.0), observed(1.0, 2.0)) == 0.0
