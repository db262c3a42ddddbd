"""Makes columns of plain numbers."""

from tutor.probes import Case, HandIn, Observations


def made(hand_in: HandIn, case: Case) -> Observations:
    """The column."""
    return {"column": hand_in.column(case.numbers, *case.dtype)}


def sequences(hand_in: HandIn, case: Case) -> Observations:
    """The columns of a tuple and of a range."""
    return {"column": hand_in.column(tuple(case.numbers)), "column of a range": hand_in.column(range(case.count))}
