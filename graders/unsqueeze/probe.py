"""Measures points against points."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def distances(hand_in: HandIn, case: Case) -> Observations:
    """The distances, their shape, and which inputs changed."""
    value = hand_in.pairwise_sq_dist(case.a, case.b)
    shape = tuple(value.shape) if isinstance(value, Tensor) else None
    return {"shape": shape, "distances": value, "inputs that changed": case.changed_inputs()}


def gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches both sets of points."""
    return gradients(hand_in.pairwise_sq_dist(case.a, case.b), a=case.a, b=case.b)
