"""Resizes images with resize_bilinear, forward and backward."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def shape(hand_in: HandIn, case: Case) -> Observations:
    """The shape of the result."""
    result = hand_in.resize_bilinear(case.x, case.size, **case.options)
    return {"shape": tuple(result.shape) if isinstance(result, Tensor) else type(result).__name__}


def resized(hand_in: HandIn, case: Case) -> Observations:
    """The result, and which inputs changed."""
    result = hand_in.resize_bilinear(case.x, case.size, **case.options)
    return {"result": result, "inputs that changed": case.changed_inputs()}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches x."""
    return gradients(hand_in.resize_bilinear(case.x, case.size, **case.options), x=case.x)
