"""Asks conv2d_output_shape for shapes, as someone planning a network would."""

from tutor.probes import Case, HandIn, Observations


def answer(hand_in: HandIn, case: Case) -> Observations:
    """What kind of value comes back, and its two entries that need no arithmetic."""
    shape = hand_in.conv2d_output_shape(case.in_shape, case.out_channels, *case.args, **case.options)
    if not isinstance(shape, tuple):
        return {"type": type(shape).__name__}
    types = [type(entry).__name__ for entry in shape]
    return {"type": "tuple", "types of the entries": types, "batch and channels": shape[:2]}


def output_shape(hand_in: HandIn, case: Case) -> Observations:
    """The shape that comes back."""
    return {"output shape": hand_in.conv2d_output_shape(case.in_shape, case.out_channels, *case.args, **case.options)}
