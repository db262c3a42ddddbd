"""Trains a few parameters whose gradients are the numbers of the case, with a clipped step at the end of each round."""

import math
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations


@dataclass
class Training:
    """Two groups of parameters, one of which has no gradient, and what happens to them."""

    case: Case
    norms: list[Any] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    weights: list[nn.Parameter] = field(default_factory=list)
    cleared: list[str] = field(default_factory=list)

    def run(self, hand_in: HandIn) -> "Training":
        case = self.case
        device = case.rounds[0][0].device.type
        self.weights = [nn.Parameter(torch.zeros_like(gradient)) for gradient in case.rounds[0]]
        idle = nn.Parameter(torch.zeros(2, device=device))
        first, others = [idle, *self.weights[: case.split]], self.weights[case.split :]
        groups = [{"params": first}, *([{"params": others, "lr": 0.25}] if others else [])]
        optimizer = torch.optim.SGD(groups, lr=0.5, momentum=0.5, foreach=False)
        optimizer.register_step_post_hook(lambda *_: self.events.append("step"))
        scaler = torch.amp.GradScaler(device, **case.scaler)
        for number, gradients in enumerate(case.rounds, start=1):
            optimizer.zero_grad()
            loss = torch.stack([(w * g).sum() for w, g in zip(self.weights, gradients, strict=True)]).sum()
            scaler.scale(loss).backward()
            self.norms.append(hand_in.clipped_step(scaler, optimizer, case.max_norm))
            if len(self.events) < number:
                self.events.append("skipped")
            self.scales.append(scaler.get_scale())
            self.cleared += [
                f"weight {place} in step {number}"
                for place, weight in enumerate(self.weights, start=1)
                if weight.grad is None or not weight.grad.any()
            ]
        return self

    def moved(self) -> Observations:
        weights = {f"weight {place}": weight for place, weight in enumerate(self.weights, start=1)}
        return {"steps": " ".join(self.events), **weights}


def norms(hand_in: HandIn, case: Case) -> Observations:
    """What comes back from each step."""
    return {"norms": Training(case).run(hand_in).norms}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """Which steps were made, and the weights after them."""
    return Training(case).run(hand_in).moved()


def scales(hand_in: HandIn, case: Case) -> Observations:
    """The scale after each step."""
    return {"scale after each step": Training(case).run(hand_in).scales}


def leftovers(hand_in: HandIn, case: Case) -> Observations:
    """The weights whose gradient is gone, or zero, when the caller goes on."""
    return {"weights without a gradient afterwards": ", ".join(Training(case).run(hand_in).cleared) or "none"}


def everything(hand_in: HandIn, case: Case) -> Observations:
    """Norms, of which inf and NaN are the same here, steps, scales and weights."""
    run = Training(case).run(hand_in)
    norms = [math.inf if isinstance(norm, float) and math.isnan(norm) else norm for norm in run.norms]
    return {"norms": norms, "scale after each step": run.scales, **run.moved()}
