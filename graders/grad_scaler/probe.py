"""Uses a scaler as a training loop does; the gradients of each round are the numbers that the losses are made of."""

from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations

ROUNDS = 2000
"""As many clean steps in a row as a scaler waits for by itself."""


class Resting(torch.optim.Optimizer):
    """Makes steps that change nothing, and take no time."""

    def step(self, closure: Any = None) -> None:
        return None


@dataclass
class Training:
    """Two parameters with gradients in two groups, one parameter without any, and what happens to them."""

    case: Case
    scaler: Any
    events: list[str] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        first, second = self.case.rounds[0]
        self.first = nn.Parameter(torch.zeros_like(first))
        self.second = nn.Parameter(torch.zeros_like(second))
        self.idle = nn.Parameter(torch.zeros_like(second))
        groups = [{"params": [self.idle, self.first]}, {"params": [self.second], "lr": 0.25}]
        self.optimizer = torch.optim.SGD(groups, lr=0.5, momentum=0.5)
        self.optimizer.register_step_post_hook(lambda *_: self.events.append("step"))

    def backward(self, gradients: list[Tensor]) -> None:
        self.optimizer.zero_grad()
        first, second = gradients
        loss = (self.first * first).sum() + (self.second * second).sum()
        self.scaler.scale(loss).backward()

    def look(self) -> None:
        """What a training loop does with true gradients."""
        if self.case.between == "nothing":
            return
        self.scaler.unscale_(self.optimizer)
        if self.case.between == "clip the norm":
            nn.utils.clip_grad_norm_([self.first, self.second], 1.0, foreach=False)
        if self.case.between == "clip the values":
            nn.utils.clip_grad_value_([self.first, self.second], 1.0, foreach=False)

    def run(self) -> "Training":
        for number, gradients in enumerate(self.case.rounds, start=1):
            self.backward(gradients)
            self.look()
            self.scaler.step(self.optimizer)
            self.scales.append(self.scaler.get_scale())
            if len(self.events) < number:
                self.events.append("skipped")
            self.scaler.update()
            self.scales.append(self.scaler.get_scale())
        return self

    def weights(self) -> Observations:
        return {"first weights": self.first, "second weights": self.second}


def training(hand_in: HandIn, case: Case) -> Training:
    return Training(case, hand_in.MiniGradScaler(**case.options))


def scale_at_first(hand_in: HandIn, case: Case) -> Observations:
    """The scale of a new scaler."""
    return {"get_scale()": hand_in.MiniGradScaler(**case.options).get_scale()}


def scaled_loss(hand_in: HandIn, case: Case) -> Observations:
    """A scaled loss, the loss it was made of, and the gradient behind it."""
    scaler = hand_in.MiniGradScaler(**case.options)
    weight = case.weight.clone().requires_grad_()
    loss = (weight * case.weight).sum()
    scaled = scaler.scale(loss)
    if isinstance(scaled, Tensor) and scaled.requires_grad:
        scaled.backward()
    return {"scale(loss)": scaled, "loss afterwards": loss, "gradient of the weight": weight.grad}


def steps(hand_in: HandIn, case: Case) -> Observations:
    """The weights after all rounds, and which rounds made a step."""
    run = training(hand_in, case).run()
    return {"steps": " ".join(run.events), **run.weights()}


def scales(hand_in: HandIn, case: Case) -> Observations:
    """The scale after each call."""
    run = training(hand_in, case).run()
    return {"steps": " ".join(run.events), "scale after each step and each update": run.scales}


def true_gradients(hand_in: HandIn, case: Case) -> Observations:
    """The gradients between unscale_ and step."""
    run = training(hand_in, case)
    run.backward(case.rounds[0])
    run.scaler.unscale_(run.optimizer)
    return {
        "first gradients": run.first.grad,
        "second gradients": run.second.grad,
        "gradient of a parameter that had none": run.idle.grad,
        "steps": " ".join(run.events) or "none",
    }


def again(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of unscale_ for gradients that are unscaled, after a round that went well."""
    run = training(hand_in, case)
    for gradients in case.rounds:
        run.backward(gradients)
        run.scaler.unscale_(run.optimizer)
        run.scaler.step(run.optimizer)
        run.scaler.update()
    run.backward(case.rounds[0])
    if case.after == "unscale_":
        run.scaler.unscale_(run.optimizer)
    else:
        run.scaler.step(run.optimizer)
    run.scaler.unscale_(run.optimizer)
    return {"first gradients": run.first.grad}


def patience(hand_in: HandIn, case: Case) -> Observations:
    """When the scale grows, with the interval that a scaler has by itself."""
    scaler = hand_in.MiniGradScaler(**case.options)
    weight = nn.Parameter(torch.zeros(1, device=case.rounds[0][0].device))
    weight.grad = torch.zeros_like(weight)
    optimizer = Resting([weight], {})
    scaler.scale(torch.zeros(1))  # in use for a while already, as in any round but the first
    scale = scaler.get_scale()
    for number in range(1, ROUNDS + 2):
        scaler.step(optimizer)
        scaler.update()
        if scaler.get_scale() != scale:
            return {"clean steps until the scale grows": number, "scale then": scaler.get_scale()}
    return {"clean steps until the scale grows": f"more than {ROUNDS}"}
