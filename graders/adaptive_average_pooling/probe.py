"""Pools feature maps, forward and backward."""

from tutor.probes import Case, HandIn, Observations, gradients


def pooled(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and which inputs changed."""
    value = hand_in.adaptive_avg_pool2d(case.x, case.output_size)
    return {"output": value, "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and the gradient that reaches x."""
    value = hand_in.adaptive_avg_pool2d(case.x, case.output_size)
    return {"output": value, **gradients(value, x=case.x)}
