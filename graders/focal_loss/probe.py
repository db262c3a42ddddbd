"""Uses FocalLoss the way a training step does."""

from tutor.probes import Case, HandIn, Observations, gradients


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, the gradient that reaches the logits, and which inputs changed."""
    value = hand_in.FocalLoss(**case.options)(case.pred, case.true)
    return {"loss": value, "inputs that changed": case.changed_inputs(), **gradients(value, pred=case.pred)}


def loss_value(hand_in: HandIn, case: Case) -> Observations:
    """Only the loss."""
    return {"loss": hand_in.FocalLoss(**case.options)(case.pred, case.true)}


def construction(hand_in: HandIn, case: Case) -> Observations:
    """Whether the settings are accepted."""
    hand_in.FocalLoss(**case.options)
    return {"accepted": True}
