"""Computes losses with nll_loss, forward and backward."""

from typing import Any

from tutor.probes import Case, HandIn, Observations, gradients


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and which inputs changed."""
    return {"loss": _loss(hand_in, case), "inputs that changed": case.changed_inputs()}


def loss_and_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and the gradient that reaches the log-probabilities."""
    value = _loss(hand_in, case)
    return {"loss": value, **gradients(value, log_probs=case.log_probs)}


def _loss(hand_in: HandIn, case: Case) -> Any:
    weight = {} if case.weight is None else {"weight": case.weight}
    return hand_in.nll_loss(case.log_probs, case.target, **weight, **case.options)
