"""Rounds, and compares two views, the way one step of training does."""

from typing import Any

import torch
from torch import Tensor

from tutor.observation import Opaque
from tutor.probes import Case, HandIn, Observations, gradients

NAMES = ("p1", "p2", "z1", "z2")


def rounded(hand_in: HandIn, case: Case) -> Observations:
    """The result, and whether x was changed."""
    return {"result": hand_in.ste_round(case.x), "inputs that changed": case.changed_inputs()}


def passed_on(hand_in: HandIn, case: Case) -> Observations:
    """What reaches x of the gradient that arrives at the result."""
    result = hand_in.ste_round(case.x)
    return {"gradient of x": gradient_behind(result, case.x, case.arriving)}


def gradient_behind(result: Any, x: Tensor, arriving: Tensor) -> Any:
    if not isinstance(result, Tensor) or not result.requires_grad:
        return Opaque("no gradient", "the result does not depend on x for autograd")
    result.backward(arriving)
    return x.grad


def loss(hand_in: HandIn, case: Case) -> Observations:
    """The loss, and which inputs were changed."""
    tensors = copies(case)
    value = hand_in.simsiam_loss(**tensors)
    changed = [name for name, tensor in tensors.items() if not torch.equal(tensor.detach(), getattr(case, name))]
    return {"loss": value, "inputs that changed": changed}


def copies(case: Case) -> dict[str, Tensor]:
    """The four tensors as a network makes them: not as views, which refuse detach_()."""
    return {name: getattr(case, name).detach().clone() for name in NAMES}


def loss_gradients(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that the loss sends to each of its inputs."""
    tensors = {name: tensor.requires_grad_() for name, tensor in copies(case).items()}
    return gradients(hand_in.simsiam_loss(**tensors), **tensors)


def targets(hand_in: HandIn, case: Case) -> Observations:
    """Whether the targets are still what they were for autograd, when they come out of an encoder or are leaves."""
    views = case.view1, case.view2
    z1, z2 = (view @ case.encoder if case.encoded else view.detach().clone().requires_grad_() for view in views)
    p1, p2 = (z @ case.predictor for z in (z1, z2))
    value = hand_in.simsiam_loss(p1, p2, z1, z2)
    still = {"z1 requires grad afterwards": z1.requires_grad, "z2 requires grad afterwards": z2.requires_grad}
    return {**still, **gradients(value, **({"the encoder": case.encoder} if case.encoded else {}))}
