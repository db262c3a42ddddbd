"""Computes losses with cross_entropy, forward and backward."""

from tutor.probes import Case, HandIn, Observations, gradients


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and which inputs changed."""
    value = hand_in.cross_entropy(case.logits, case.target, **case.options)
    return {"loss": value, "inputs that changed": case.changed_inputs()}


def loss_and_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and the gradient that reaches the logits."""
    value = hand_in.cross_entropy(case.logits, case.target, **case.options)
    return {"loss": value, **gradients(value, logits=case.logits)}
