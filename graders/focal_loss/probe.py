"""Uses FocalLoss the way a training step does."""

from tutor.probes import Case, HandIn, Observations, gradients


def construction(hand_in: HandIn, case: Case) -> Observations:
    """Whether the settings are accepted, and the shapes of what an optimizer would be given."""
    module = hand_in.FocalLoss(**case.options)
    return {"accepted": True, "parameters": [list(parameter.shape) for parameter in module.parameters()]}


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and which inputs changed."""
    value = hand_in.FocalLoss(**case.options)(case.pred, case.true)
    return {"loss": value, "inputs that changed": case.changed_inputs()}


def loss_and_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and the gradient that reaches the logits."""
    value = hand_in.FocalLoss(**case.options)(case.pred, case.true)
    return {"loss": value, **gradients(value, pred=case.pred)}
