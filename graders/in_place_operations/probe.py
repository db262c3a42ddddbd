"""Shortens rows the way a training loop does after each step: the caller keeps its own name for the tensor."""

from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def returned(hand_in: HandIn, case: Case) -> Observations:
    """The tensor that comes back."""
    return {"returned tensor": hand_in.clamp_norm_(case.x, case.max_norm)}


def in_place(hand_in: HandIn, case: Case) -> Observations:
    """The caller's tensor after the call, and whether it is what came back."""
    back = hand_in.clamp_norm_(case.x, case.max_norm)
    return {"x afterwards": case.x, "what comes back": "x itself" if back is case.x else "another tensor"}


def base(hand_in: HandIn, case: Case) -> Observations:
    """A tensor, after a part of it was shortened through a view."""
    hand_in.clamp_norm_(view(case.base, case), case.max_norm)
    return {"base afterwards": case.base}


def view(tensor: Tensor, case: Case) -> Tensor:
    rows, columns = (slice(*part) for part in case.part)
    return tensor[rows, columns].t() if case.turned else tensor[rows, columns]


def parameter(hand_in: HandIn, case: Case) -> Observations:
    """A parameter, or some of its rows, shortened between two steps of training."""
    weight = nn.Parameter(case.weight)
    hand_in.clamp_norm_(weight[case.first :] if case.first else weight, case.max_norm)
    weight.square().sum().backward()
    return {"weight afterwards": weight, "weight is a leaf": weight.is_leaf, "gradient of the next step": weight.grad}


def saved(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of a graph that needs the rows as they were."""
    loss = case.x.square().sum()
    hand_in.clamp_norm_(case.x, case.max_norm)
    return {"what backward() of an older loss does": backward(loss)}


def backward(loss: Tensor) -> Any:
    try:
        loss.backward()
    except RuntimeError as error:
        return "raises RuntimeError" if "modified by an inplace operation" in str(error) else str(error)
    return "computes gradients"


def grad_mode(hand_in: HandIn, case: Case) -> Observations:
    """Whether autograd records what comes after the call, as it did before."""
    with torch.set_grad_enabled(case.recording):
        hand_in.clamp_norm_(case.x, case.max_norm)
        return {"autograd records afterwards": torch.is_grad_enabled()}
