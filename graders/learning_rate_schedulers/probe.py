"""Asks for learning rates, and lets a small optimizer be driven through its epochs."""

import warnings
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import lr_scheduler

from tutor.probes import Case, HandIn, Observations


def step_rates(hand_in: HandIn, case: Case) -> Observations:
    """The learning rate of each epoch."""
    arguments = (case.base_lr, case.step_size, case.gamma)
    return {"learning rates": [hand_in.step_lr(*arguments, epoch) for epoch in case.epochs]}


def multistep_rates(hand_in: HandIn, case: Case) -> Observations:
    """The learning rate of each epoch, and the list of milestones afterwards."""
    milestones = list(case.milestones)
    rates = [hand_in.multistep_lr(case.base_lr, milestones, case.gamma, epoch) for epoch in case.epochs]
    return {"learning rates": rates, "milestones afterwards": milestones}


def function(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and one of its values."""
    found = hand_in.warmup_linear_lambda(case.warmup, case.total)
    if not callable(found):
        return {"a function comes back": f"no, a {type(found).__name__}"}
    value = found(case.epochs[0])
    kind = "a number" if type(value) in (int, float) else f"a {type(value).__name__}"
    return {"a function comes back": "yes", "what it returns": kind, "its last factor of the warm-up": value}


def factors(hand_in: HandIn, case: Case) -> Observations:
    """The factor of each epoch, from a function of its own, so that a counter cannot hide."""
    found = hand_in.warmup_linear_lambda(case.warmup, case.total)
    before = range(case.epochs[0])
    for epoch in before:
        found(epoch)
    return {"factors": [found(epoch) for epoch in case.epochs]}


def scheduled(hand_in: HandIn, case: Case) -> Observations:
    """The factors in the order asked for, and the learning rates of two groups that share one function."""
    found = hand_in.warmup_linear_lambda(case.warmup, case.total)
    asked = [found(epoch) for epoch in case.epochs]
    groups = [{"params": [nn.Parameter(torch.zeros(1))], "lr": lr} for lr in (1.0, 0.5)]
    optimizer = torch.optim.SGD(groups)
    shared = hand_in.warmup_linear_lambda(case.warmup, case.total)
    scheduler = lr_scheduler.LambdaLR(optimizer, shared)
    rates = []
    for _ in range(case.total):
        rates.append([group["lr"] for group in optimizer.param_groups])
        optimizer.step()
        scheduler.step()
    return {"factors in the order asked for": asked, "learning rates of two groups, by epoch": rates}


SCHEDULES: dict[str, Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler]] = {
    "step": lambda optimizer: lr_scheduler.StepLR(optimizer, 2, 0.5),
    "multi": lambda optimizer: lr_scheduler.MultiStepLR(optimizer, [1, 3], 0.1),
    "lambda": lambda optimizer: lr_scheduler.LambdaLR(optimizer, lambda epoch: 1 / (epoch + 2)),
    "cosine": lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, 4),
}


class Run:
    """One call of fit_with_schedule, and everything it did."""

    def __init__(self, hand_in: HandIn, case: Case) -> None:
        self.weights = [weight.clone().requires_grad_() for weight in case.weights]
        groups = [{"params": [w], "lr": case.lr / (place + 1)} for place, w in enumerate(self.weights)]
        self.optimizer = torch.optim.SGD(groups, lr=9.0, momentum=case.momentum)
        self.losses = self.steps = 0
        self.targets = case.targets
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            self.scheduler = SCHEDULES[case.schedule](self.optimizer)
            for _ in range(case.age):  # without gradients nothing moves but the rate
                self.optimizer.step()
                self.scheduler.step()
            for weight in self.weights if case.stale else ():
                weight.grad = torch.full_like(weight, case.stale)
            self.optimizer.register_step_post_hook(self.count_step)
            self.returned: Any = hand_in.fit_with_schedule(self.optimizer, self.scheduler, self.loss, case.epochs)
        self.warnings = [" ".join(str(warning.message).split()[:8]) for warning in caught]

    def count_step(self, *_: Any) -> None:
        self.steps += 1

    def loss(self) -> Tensor:
        self.losses += 1
        pairs = zip(self.weights, self.targets, strict=True)
        return torch.stack([(weight - target).square().sum() for weight, target in pairs]).sum()


def report(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing comes back, and how often the loss and the optimizer were asked."""
    run = Run(hand_in, case)
    if not isinstance(run.returned, list):
        return {"type of the result": type(run.returned).__name__}
    return {
        "type of the result": "list",
        "types of the entries": [type(entry).__name__ for entry in run.returned],
        "losses computed": run.losses,
        "optimizer steps": run.steps,
    }


def rates(hand_in: HandIn, case: Case) -> Observations:
    """The rates that were returned."""
    return {"learning rates": Run(hand_in, case).returned}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """The parameters at the end."""
    run = Run(hand_in, case)
    return {f"weights of group {place}": weight.detach() for place, weight in enumerate(run.weights)}


def end(hand_in: HandIn, case: Case) -> Observations:
    """Where scheduler and optimizer stand."""
    run = Run(hand_in, case)
    current = [group["lr"] for group in run.optimizer.param_groups]
    return {"scheduler.last_epoch": run.scheduler.last_epoch, "learning rate for the next epoch": current}


def warned(hand_in: HandIn, case: Case) -> Observations:
    """How the warnings begin, each once."""
    return {"warnings": list(dict.fromkeys(Run(hand_in, case).warnings))}
