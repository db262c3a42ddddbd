"""Asks for the norms in the middle of each step, as a training loop with several optimizers does, and goes on."""

import math
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


@dataclass
class Training:
    """For each optimizer some groups of parameters, whose gradients are the numbers of the case."""

    case: Case
    norms: list[Any] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    weights: list[list[list[Tensor]]] = field(default_factory=list)
    """By optimizer and group, what is learned where the case has a gradient."""

    def run(self, hand_in: HandIn) -> "Training":
        self.weights = [[[torch.zeros_like(g) for g in group] for group in groups] for groups in self.case.rounds[0]]
        idle = [torch.zeros(2, requires_grad=True) for _ in self.weights]
        optimizers = []
        for number, groups in enumerate(self.weights):
            params = [[w.requires_grad_() for w in group] for group in groups] or [[]]
            params[0].insert(1, idle[number])  # behind the first that has a gradient
            described = [{"params": group, "lr": 0.2 / place} for place, group in enumerate(params, start=1)]
            optimizers.append(torch.optim.SGD(described, lr=0.1, momentum=0.5, foreach=False))
            name = f"optimizer {number + 1}"
            optimizers[-1].register_step_post_hook(lambda *_, name=name: self.steps.append(name))
        scaler = torch.amp.GradScaler(self.case.device[0].device.type, **self.case.scaler)
        for gradients in self.case.rounds:
            for optimizer in optimizers:
                optimizer.zero_grad()
            scaler.scale(self.loss(gradients)).backward()
            self.norms.append(hand_in.true_grad_norms(scaler, list(optimizers)))
            self.steps.append("norms")
            used = [optimizer for optimizer, groups in zip(optimizers, gradients, strict=True) if any(groups)]
            for optimizer in used:
                scaler.step(optimizer)
            if used:
                scaler.update()
            self.scales.append(scaler.get_scale())
        return self

    def loss(self, gradients: list[list[list[Tensor]]]) -> Tensor:
        """Its slope with respect to each weight is the gradient of the case."""
        loss = torch.zeros((), dtype=torch.float64, device=self.case.device[0].device, requires_grad=True)
        for weights, of_optimizer in zip(self.weights, gradients, strict=True):
            for group, of_group in zip(weights, of_optimizer, strict=True):
                for weight, gradient in zip(group, of_group, strict=True):
                    loss = loss + (weight * gradient).sum().double()
        return loss


def norms(hand_in: HandIn, case: Case) -> Observations:
    """The norms of each step."""
    return {"norms": Training(case).run(hand_in).norms}


def afterwards(hand_in: HandIn, case: Case) -> Observations:
    """What the steps did that came after the norms."""
    run = Training(case).run(hand_in)
    found: Observations = {"order of events": ", ".join(run.steps), "scale after each step": run.scales}
    for number, groups in enumerate(run.weights, start=1):
        for place, weight in enumerate((w for group in groups for w in group), start=1):
            found[f"weight {place} of optimizer {number}"] = weight
    return found


def everything(hand_in: HandIn, case: Case) -> Observations:
    """The norms, of which inf and NaN are the same here, and what the steps did."""
    return {"norms": not_finite_alike(norms(hand_in, case)["norms"]), **afterwards(hand_in, case)}


def not_finite_alike(value: Any) -> Any:
    """Lists of numbers with inf in place of NaN; everything else as it is."""
    if type(value) is list:
        return [not_finite_alike(one) for one in value]
    return math.inf if isinstance(value, float) and math.isnan(value) else value
