"""Scores two sets of boxes, as a matcher and a loss do."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def scores(hand_in: HandIn, case: Case) -> Observations:
    """The scores, their shape, and which inputs changed."""
    value = hand_in.giou(case.boxes1, case.boxes2)
    shape = list(value.shape) if isinstance(value, Tensor) else type(value).__name__
    return {"giou": value, "shape": shape, "inputs that changed": case.changed_inputs()}


def scores_and_gradients(hand_in: HandIn, case: Case) -> Observations:
    """The scores, and the gradients that reach both sets of boxes."""
    value = hand_in.giou(case.boxes1, case.boxes2)
    return {"giou": value, **gradients(value, boxes1=case.boxes1, boxes2=case.boxes2)}
