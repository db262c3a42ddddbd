"""Joins two feature maps the way a U-Net does."""

from tutor.probes import Case, HandIn, Observations, gradients


def joined(hand_in: HandIn, case: Case) -> Observations:
    """The result, and which inputs changed."""
    value = hand_in.crop_and_concat(case.up, case.skip)
    return {"result": value, "inputs that changed": case.changed_inputs()}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that reach both maps."""
    return gradients(hand_in.crop_and_concat(case.up, case.skip), up=case.up, skip=case.skip)
