"""Uses the loss the way a training step does, and counts targets before the first one."""

from typing import Any

from tutor.probes import Case, HandIn, Observations, gradients


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and which inputs changed."""
    value = hand_in.bce_with_logits(case.input, case.target, **options(case))
    return {"loss": value, "inputs that changed": case.changed_inputs()}


def loss_and_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and the gradient that reaches the logits."""
    value = hand_in.bce_with_logits(case.input, case.target, **options(case))
    return {"loss": value, **gradients(value, input=case.input)}


def ratios(hand_in: HandIn, case: Case) -> Observations:
    """The weight of each class, and which inputs changed."""
    value = hand_in.pos_weight_from_targets(case.targets)
    return {"pos_weight": value, "inputs that changed": case.changed_inputs()}


def options(case: Case) -> dict[str, Any]:
    """What the case gives besides input and target; a weight that it does not give is left to the default."""
    weights = {"weight": case.weight, "pos_weight": case.pos_weight}
    return {name: tensor for name, tensor in weights.items() if tensor is not None} | case.options
