"""Normalizes vectors, forward and backward."""

from tutor.probes import Case, HandIn, Observations, gradients


def unit_vectors(hand_in: HandIn, case: Case) -> Observations:
    """The result, and which inputs changed."""
    return {"result": hand_in.safe_l2_normalize(case.x, **case.options), "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """The result, and the gradient that reaches x."""
    result = hand_in.safe_l2_normalize(case.x, **case.options)
    return {"result": result, **gradients(result, x=case.x)}
