"""The checks of `focal_loss` as an ordinary pytest file: what a check is compared with."""

import importlib.util
import os

import pytest
from focal_loss_cases import REDUCTIONS, SETTINGS, SHAPES, compare

spec = importlib.util.spec_from_file_location("focal_loss", os.environ["HAND_IN"])
hand_in = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hand_in)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_values_and_gradients(shape, settings, reduction):
    compare(hand_in.FocalLoss, shape, settings, reduction)


def test_an_unknown_reduction_is_refused():
    with pytest.raises(ValueError):
        hand_in.FocalLoss(reduction="average")
