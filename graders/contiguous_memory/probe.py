"""Shuffles channels the way a network does between two grouped convolutions."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def dealt(hand_in: HandIn, case: Case) -> Observations:
    """The shape of the output, and the numbers of its channels in a row, for an image of one pixel."""
    value = hand_in.channel_shuffle(case.x, case.groups)
    if not isinstance(value, Tensor):
        return {"shape": None, "channels of the output": value}
    return {"shape": tuple(value.shape), "channels of the output": value.flatten()}


def shuffled(hand_in: HandIn, case: Case) -> Observations:
    """The output, how it lies in memory, and which inputs changed."""
    value = hand_in.channel_shuffle(case.x, case.groups)
    contiguous = value.is_contiguous() if isinstance(value, Tensor) else None
    return {
        "output": value,
        "output.is_contiguous()": contiguous,
        "inputs that changed": case.changed_inputs(),
    }


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches x."""
    return gradients(hand_in.channel_shuffle(case.x, case.groups), x=case.x)
