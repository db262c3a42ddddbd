"""Tokenizes the line of the case."""

from tutor.probes import Case, HandIn, Observations


def tokenized(hand_in: HandIn, case: Case) -> Observations:
    """The list that comes back."""
    return {"tokens": hand_in.basic_english(case.line)}
