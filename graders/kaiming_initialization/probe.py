"""Asks for bounds."""

from tutor.probes import Case, HandIn, Observations


def bound(hand_in: HandIn, case: Case) -> Observations:
    """The bound."""
    return {"bound": hand_in.kaiming_bound(case.shape, **case.options)}
