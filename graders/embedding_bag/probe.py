"""Reduces bags of embeddings, forward and backward."""

from tutor.probes import Case, HandIn, Observations, gradients


def bags(hand_in: HandIn, case: Case) -> Observations:
    """One row for each bag, and which inputs changed."""
    reduced = hand_in.embedding_bag(case.weight, case.input, case.offsets, **case.options)
    return {"bags": reduced, "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """One row for each bag, and the gradient that reaches the table."""
    reduced = hand_in.embedding_bag(case.weight, case.input, case.offsets, **case.options)
    return {"bags": reduced, **gradients(reduced, weight=case.weight)}
