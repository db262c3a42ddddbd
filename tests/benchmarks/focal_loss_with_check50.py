"""The checks of `focal_loss` as a check50 check set."""

import check50
import check50.py
from focal_loss_cases import CASES, compare


@check50.check()
def values_and_gradients():
    """every case has its loss and its gradient"""
    hand_in = check50.py.import_("focal_loss.py")
    try:
        for case in CASES:
            compare(hand_in.FocalLoss, *case)
    except Exception as error:
        raise check50.Failure(str(error)) from error


@check50.check()
def an_unknown_reduction_is_refused():
    """an unknown reduction raises ValueError"""
    hand_in = check50.py.import_("focal_loss.py")
    try:
        hand_in.FocalLoss(reduction="average")
    except ValueError:
        return
    raise check50.Failure("average is accepted")
