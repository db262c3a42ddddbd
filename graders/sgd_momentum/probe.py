"""Takes steps as a training loop does: it keeps the parameters and the buffers, and brings new gradients."""

from typing import Any

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def gradients_of(case: Case, step: int) -> list[Tensor | None]:
    return [None if [step, place] in case.none_at else gradient for place, gradient in enumerate(case.grads[step])]


def take(hand_in: HandIn, case: Case) -> list[list[Any]]:
    """Every step of the case, on the case's own parameters; the buffers after each."""
    bufs: list[Tensor | None] = [None] * len(case.params)
    history = []
    for step, lr in enumerate(case.rates):
        hand_in.sgd_step(case.params, gradients_of(case, step), bufs, lr, **case.options)
        history.append([b.detach().clone() if isinstance(b, Tensor) else b for b in bufs])
    return history


def plain(params: list[Tensor]) -> dict[str, Tensor]:
    return {f"params[{place}]": p.detach() for place, p in enumerate(params)}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """The caller's parameters after the last step."""
    params = list(case.params)
    take(hand_in, case)
    return {**plain(params), "number of parameters": len(case.params)}


def buffers(hand_in: HandIn, case: Case) -> Observations:
    """The buffers after each step, and the parameters at the end."""
    params = list(case.params)
    history = take(hand_in, case)
    found = {f"bufs[{n}] after step {s + 1}": b for s, bufs in enumerate(history) for n, b in enumerate(bufs)}
    return {**found, **plain(params)}


def result(hand_in: HandIn, case: Case) -> Observations:
    """What became of the tensors as objects."""
    before = [(p, p.data_ptr()) for p in case.params]
    bufs: list[Tensor | None] = [None] * len(case.params)
    returned: Any = None
    for step, lr in enumerate(case.rates):
        returned = hand_in.sgd_step(case.params, gradients_of(case, step), bufs, lr, **case.options)
    same = [p is old and p.data_ptr() == memory for p, (old, memory) in zip(case.params, before, strict=True)]
    return {
        "returned": returned,
        "parameters in the memory they had": same,
        "parameters that are leaves and require a gradient": [p.is_leaf and p.requires_grad for p in case.params],
        "buffers that require a gradient": [isinstance(b, Tensor) and b.requires_grad for b in bufs],
    }


def reused(hand_in: HandIn, case: Case) -> Observations:
    """Steps with one set of gradient tensors, which is filled anew before each."""
    grads = [torch.empty_like(gradient) for gradient in case.grads[0]]
    bufs: list[Tensor | None] = [None] * len(case.params)
    unchanged = []
    for step, lr in enumerate(case.rates):
        for gradient, values in zip(grads, case.grads[step], strict=True):
            gradient.copy_(values)
        hand_in.sgd_step(case.params, grads, bufs, lr, **case.options)
        unchanged.append(all(torch.equal(g, v) for g, v in zip(grads, case.grads[step], strict=True)))
    changed = [name for name in case.changed_inputs() if name.startswith("grads")]
    return {
        "gradients are as they were, step by step": unchanged,
        "inputs that changed": changed,
        **plain(case.params),
    }


def averages(hand_in: HandIn, case: Case) -> Observations:
    """The moving averages, and the values afterwards."""
    values = list(case.values)
    found = hand_in.ema(values, case.beta, **case.options)
    if not isinstance(found, list):
        return {"type of the result": type(found).__name__}
    kinds = sorted({type(entry).__name__ for entry in found})
    return {
        "type of the result": "list",
        "types of the entries": kinds,
        "averages": found,
        "values afterwards": values,
    }
