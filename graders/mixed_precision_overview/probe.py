"""Builds losses that lead through a region of some dtype, and asks for their scaled gradients."""

from typing import Any

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def loss_of(case: Case) -> Tensor:
    """The sum of all parameters that take part, each times its coefficient, computed in the region of the case."""
    wide = torch.float64 if case.region == torch.float64 else torch.float32
    total = sum((p.detach().to(wide).sum() * 0 for p in case.parameters), torch.zeros((), dtype=wide))
    for place, (parameter, coefficient) in enumerate(zip(case.parameters, case.coefficients, strict=True)):
        if place not in case.unused:
            total = total + (parameter.to(case.region) * coefficient.to(case.region)).to(wide).sum()
    if not total.requires_grad:
        total = total.clone().requires_grad_() * 1
    return total * case.small


def kinds(hand_in: HandIn, case: Case) -> Observations:
    """What kinds of values come back."""
    found: Any = hand_in.scaled_gradients(loss_of(case), list(case.parameters), **case.options)
    if not isinstance(found, list):
        return {"what comes back": f"a {type(found).__name__}" if found is not None else "nothing"}
    shapes = [tuple(one.shape) if isinstance(one, Tensor) else type(one).__name__ for one in found]
    return {"what comes back": "a list", "shapes": shapes}


def found(hand_in: HandIn, case: Case) -> Observations:
    """The gradients, and what became of the inputs."""
    loss = loss_of(case)
    gradients = hand_in.scaled_gradients(loss, list(case.parameters), **case.options)
    return {
        "gradients": gradients,
        "loss afterwards": loss.detach(),
        "inputs that changed": case.changed_inputs(),
    }


def without_parameters(hand_in: HandIn, case: Case) -> Observations:
    """What comes back where there is no parameter, in a list or from a generator."""
    none = (parameter for parameter in case.parameters) if case.one_by_one else []
    return {"what comes back": hand_in.scaled_gradients(loss_of(case), none, **case.options)}


def from_a_generator(hand_in: HandIn, case: Case) -> Observations:
    """The gradients of parameters that come one by one."""
    each = (parameter for parameter in case.parameters)
    return {"gradients": hand_in.scaled_gradients(loss_of(case), each, **case.options)}


def grads(hand_in: HandIn, case: Case) -> Observations:
    """The gradients, and the .grad of each parameter afterwards."""
    for parameter in case.parameters:
        parameter.grad = torch.full_like(parameter, 3000.0) if case.stale else None
    gradients = hand_in.scaled_gradients(loss_of(case), list(case.parameters), **case.options)
    return {".grad afterwards": [parameter.grad for parameter in case.parameters], "gradients": gradients}
