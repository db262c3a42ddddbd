"""Measures small stacks of layers."""

from tutor.probes import Case, HandIn, Observations


def report(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing comes back."""
    found = hand_in.signal_rms(case.x, case.weights)
    if not isinstance(found, list):
        return {"type of the result": type(found).__name__}
    return {"type of the result": "list", "types of the entries": [type(entry).__name__ for entry in found]}


def measured(hand_in: HandIn, case: Case) -> Observations:
    """The numbers."""
    return {"rms after each layer": hand_in.signal_rms(case.x, case.weights)}


def inputs(hand_in: HandIn, case: Case) -> Observations:
    """What became of the inputs."""
    hand_in.signal_rms(case.x, case.weights)
    return {"inputs that changed": case.changed_inputs(), "number of weights afterwards": len(case.weights)}
