"""Lets gradient_descent walk down functions of several kinds."""

from collections.abc import Callable

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def function_of(case: Case) -> Callable[[Tensor], Tensor]:
    """The function of the case; its constants have the dtype of w0 and need no gradient."""
    scale, centre = (constant.to(case.w0.dtype) for constant in case.constants)
    functions: dict[str, Callable[[Tensor], Tensor]] = {
        "bowl": lambda w: (scale * (w - centre).square()).sum() / 2,
        "rows": lambda w: w.sum(-1).square().sum() / 2 + w.square().sum() / 2,
        "quartic": lambda w: (scale * w**4).sum() / 4,
        "valley": lambda w: (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2,
    }
    return functions[case.function]


def descend(hand_in: HandIn, case: Case) -> Tensor:
    return hand_in.gradient_descent(function_of(case), case.w0, case.lr, case.steps)


def trace(hand_in: HandIn, case: Case) -> Observations:
    """Every row of the trace."""
    found = descend(hand_in, case)
    return {"trace": found.detach() if isinstance(found, Tensor) else found}


def first_step(hand_in: HandIn, case: Case) -> Observations:
    """The first row, and how many there are."""
    found = descend(hand_in, case)
    if not isinstance(found, Tensor):
        return {"type of the result": type(found).__name__}
    first = found[0].detach() if found.dim() and len(found) else None
    return {"type of the result": "Tensor", "shape": tuple(found.shape), "first row": first}


def start(hand_in: HandIn, case: Case) -> Observations:
    """What became of w0."""
    wanted = case.w0.requires_grad
    if case.old is not None:
        case.w0.grad = torch.full_like(case.w0, case.old)
    descend(hand_in, case)
    return {
        "inputs that changed": case.changed_inputs(),
        "requires_grad of w0 is as it was": case.w0.requires_grad == wanted,
        "w0.grad": case.w0.grad,
    }


def attached(hand_in: HandIn, case: Case) -> Observations:
    """Whether the trace has anything to do with w0 afterwards."""
    found = descend(hand_in, case)
    requires_grad = found.requires_grad
    before = case.w0.detach().clone()
    with torch.no_grad():
        found.fill_(77.0)
    return {
        "the trace requires a gradient": requires_grad,
        "w0 is as it was after a write into the trace": bool(torch.equal(case.w0.detach(), before)),
    }
