"""Asks for bounds, and looks at the numbers that fill a tensor."""

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def bound(hand_in: HandIn, case: Case) -> Observations:
    """The bound."""
    return {"bound": hand_in.xavier_bound(case.shape, **case.options)}


def measures(values: Tensor) -> Observations:
    found = values.detach().to(torch.float64).flatten()
    if not found.numel():
        return {"number of values": 0}
    return {"smallest value": found.min().item(), "largest value": found.max().item()}


def spread(hand_in: HandIn, case: Case) -> Observations:
    """Where many values lie."""
    tensor = torch.zeros(case.shape)
    hand_in.xavier_uniform_(tensor, **case.options)
    found = tensor.double()
    return {
        **measures(tensor),
        "mean of the values": found.mean().item(),
        "standard deviation": found.std().item(),
    }


def ends(hand_in: HandIn, case: Case) -> Observations:
    """How far out the values lie, and whether all of them are new."""
    before = case.tensor.clone()
    hand_in.xavier_uniform_(case.tensor, **case.options)
    kept = int((case.tensor == before).sum()) > case.tensor.numel() // 20
    return {**measures(case.tensor), "old values are left": kept, "dtype": case.tensor.dtype}


def identity(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and what autograd knows about it."""
    required = case.tensor.requires_grad
    result = hand_in.xavier_uniform_(case.tensor, **case.options)
    return {
        "what comes back": "the tensor itself" if result is case.tensor else f"another {type(result).__name__}",
        "it still requires grad": case.tensor.requires_grad is required,
        "it is a leaf": case.tensor.is_leaf,
        "it was filled": case.changed_inputs() == ["tensor"],
    }


def generator(hand_in: HandIn, case: Case) -> Observations:
    """Whose random numbers are used."""
    tensor = case.tensor
    device_state = torch.cuda.get_rng_state if tensor.is_cuda else torch.get_rng_state

    def seeded(seed: int) -> Tensor:
        numbers = torch.Generator(device=tensor.device).manual_seed(seed)
        hand_in.xavier_uniform_(tensor, **case.options, generator=numbers)
        return tensor.detach().clone()

    def plain() -> Tensor:
        hand_in.xavier_uniform_(tensor, **case.options)
        return tensor.detach().clone()

    state = device_state()
    first, again, other = seeded(1), seeded(1), seeded(2)
    untouched = torch.equal(device_state(), state)
    return {
        "equal seeds give equal weights": torch.equal(first, again),
        "other seeds give other weights": not torch.equal(first, other),
        "the global generator is left alone": untouched,
        "two calls without a generator give other weights": not torch.equal(plain(), plain()),
    }
