"""Clips gradients that are given, and trains with losses and gradients that are sometimes not finite."""

from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def clipped(hand_in: HandIn, case: Case) -> Observations:
    """The norm that comes back, the gradients, and what became of the tensors."""
    held = [None if gradient is None else gradient.detach().clone() for gradient in case.grads]
    for place, gradient in enumerate(case.grads):
        if gradient is not None and not gradient.is_contiguous():  # a clone lies there in another way
            held[place] = torch.empty_strided(
                gradient.shape, gradient.stride(), dtype=gradient.dtype, device=gradient.device
            ).copy_(gradient)
    for parameter, gradient in zip(case.params, held, strict=True):
        parameter.grad = gradient
    params = iter(case.params) if case.once else case.params
    norm = hand_in.clip_grad_norm_(params, case.max_norm, **case.options)
    pairs = list(zip(case.params, held, strict=True))
    return {
        "type of the norm": type(norm).__name__,
        "norm": value_of(norm),
        **{f"gradient of params[{n}]": p.grad for n, p in enumerate(case.params)},
        "gradients that are other tensors now": [n for n, (p, g) in enumerate(pairs) if p.grad is not g],
        "inputs that changed": [name for name in case.changed_inputs() if name.startswith("params")],
    }


def value_of(norm: Any) -> Any:
    """The number in a tensor without dimensions, whatever its dtype; anything else as it is."""
    return float(norm.detach()) if isinstance(norm, Tensor) and norm.dim() == 0 else norm


def trained(hand_in: HandIn, case: Case) -> Observations:
    """One guarded step for each round, with a momentum, and two groups of parameters if the case wants it."""
    first = case.rounds[0]["grads"]
    weights = [nn.Parameter(torch.full_like(gradient, 2.0)) for gradient in first]
    idle = nn.Parameter(torch.ones(2, device=first[0].device))
    groups = [{"params": [idle, *weights[: case.split]]}]
    if weights[case.split :]:
        groups.append({"params": weights[case.split :], "lr": 0.25})
    optimizer = torch.optim.SGD(groups, lr=0.5, momentum=0.5, foreach=False)
    if case.stale:
        for weight in weights:
            weight.grad = torch.full_like(weight, 3.0)
    answers, bad, long, backward = [], [], [], []
    for turn in case.rounds:
        loss, ran = loss_of(turn, weights), []
        loss.register_hook(ran.append)
        answers.append(hand_in.guarded_step(loss, optimizer, case.max_norm))
        backward.append(bool(ran))
        left = [w.grad.flatten() for w in weights if w.grad is not None]
        long.append(bool(left) and bool(torch.cat(left).norm() > 1.01 * case.max_norm))
        bad.append(sum(w.grad is not None and not bool(w.grad.isfinite().all()) for w in weights))
    return {
        "answers": answers,
        "gradients left that are not finite, after each step": bad,
        "gradients left that are longer than max_norm, after each step": long,
        **{f"weight {place}": weight.detach() for place, weight in enumerate(weights, start=1)},
        "backward was called, in each step": backward,
    }


def loss_of(turn: dict[str, Any], weights: list[nn.Parameter]) -> Tensor:
    """A loss with the given gradients; one of them may be spoiled, and so may the loss, each without the other."""
    loss = torch.stack([(w * g).sum() for w, g in zip(weights, turn["grads"], strict=True)]).sum()
    spoiled = weights[turn["where"]]
    if turn["gradient"] == "nan":
        loss = loss + (spoiled * 0).sqrt().sum()
    elif turn["gradient"] == "inf":
        loss = loss + (spoiled - spoiled.detach()).sqrt().sum()
    return loss + turn["added"]
