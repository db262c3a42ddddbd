"""Normalizes tensors with softmax, forward and backward."""

from tutor.probes import Case, HandIn, Observations, gradients


def shares(hand_in: HandIn, case: Case) -> Observations:
    """The result, and which inputs changed."""
    return {"result": hand_in.softmax(case.x, case.dim), "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """The result, and the gradient that reaches x."""
    result = hand_in.softmax(case.x, case.dim)
    return {"result": result, **gradients(result, x=case.x)}
