"""The checks of `focal_loss` as an otter-grader test file."""

from focal_loss_cases import CASES, compare
from otter.test_files import test_case

OK_FORMAT = False
name = "focal_loss"
points = 2


@test_case()
def values_and_gradients(FocalLoss):
    for case in CASES:
        compare(FocalLoss, *case)


@test_case()
def an_unknown_reduction_is_refused(FocalLoss):
    try:
        FocalLoss(reduction="average")
    except ValueError:
        return
    raise AssertionError("average is accepted")
