"""Trains a small model for one epoch and writes down what happened in which order."""

from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


class Model(nn.Module):
    """A float64 layer, whose arithmetic autocast leaves alone, beside a float32 one that shows whether it is on."""

    def __init__(self, features: int, log: "Log") -> None:
        super().__init__()
        self.layer = nn.Linear(features, 1, dtype=torch.float64)
        self.witness = nn.Linear(1, 1).requires_grad_(False)
        self.log = log

    def forward(self, x: Tensor) -> Tensor:
        self.log.forward(x, self.witness(torch.ones(1, 1, device=x.device)).dtype)
        output = self.layer(x)
        if output.requires_grad:
            output.register_hook(self.log.backward)
        return output


@dataclass
class Log:
    """Everything that happens during one epoch."""

    scaler: torch.amp.GradScaler
    batches: list[tuple[Tensor, Tensor]]
    events: list[str] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    dtypes: list[str] = field(default_factory=list)
    loss_dtypes: list[str] = field(default_factory=list)

    def forward(self, x: Tensor, dtype: torch.dtype) -> None:
        numbers = (number for number, (known, _) in enumerate(self.batches, start=1) if torch.equal(known, x))
        self.events.append(str(next(numbers, "unknown")))
        self.scales.append(self.scaler.get_scale())
        self.dtypes.append(str(dtype).removeprefix("torch."))

    def loss(self, device: torch.device) -> None:
        ones = torch.ones(1, 1, device=device)
        self.loss_dtypes.append(str((ones @ ones).dtype).removeprefix("torch."))

    def backward(self, gradient: Tensor) -> None:
        self.events.append("backward")

    def step(self, *_: Any) -> None:
        self.events.append("step")


@dataclass(frozen=True)
class Epoch:
    """One epoch of a hand-in: what it returned, what was logged, and the model afterwards."""

    windows: Any
    log: Log
    model: Model


def train(hand_in: HandIn, case: Case) -> Epoch:
    device = case.device[0].device.type
    scaler = torch.amp.GradScaler(device, **case.scaler)
    scaler.scale(torch.ones((), device=device))  # in use for a while already, as in any epoch but the first
    log = Log(scaler, case.batches)
    model = Model(3, log).to(device)
    groups = [{"params": [parameter]} for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
    optimizer.register_step_post_hook(log.step)
    if case.stale:
        for parameter in model.layer.parameters():
            parameter.grad = torch.full_like(parameter, case.stale)
    options = dict(case.options) if device == "cpu" else {"device_type": device, **case.options}
    batches = (pair for pair in case.batches) if case.generator else case.batches

    def loss_fn(prediction: Tensor, target: Tensor) -> Tensor:
        log.loss(prediction.device)
        return nn.functional.poisson_nll_loss(prediction, target)

    windows = hand_in.train_accumulate(model, optimizer, scaler, loss_fn, batches, case.accum_steps, **options)
    return Epoch(windows, log, model)


def timeline(hand_in: HandIn, case: Case) -> Observations:
    """When the optimizer stepped, and how many windows were counted."""
    epoch = train(hand_in, case)
    events = [event for event in epoch.log.events if event != "backward"]
    return {"batches and steps": " ".join(events) or "none", "number of windows returned": epoch.windows}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """The model after the epoch, and whether the batches are as they were."""
    layer = train(hand_in, case).model.layer
    parameters = {"weight after the epoch": layer.weight, "bias after the epoch": layer.bias}
    return {**parameters, "inputs that changed": case.changed_inputs()}


def graphs(hand_in: HandIn, case: Case) -> Observations:
    """In which order batches are computed and backpropagated."""
    return {"order of events": " ".join(train(hand_in, case).log.events)}


def leftovers(hand_in: HandIn, case: Case) -> Observations:
    """The parameters whose gradient is neither None nor zero after the epoch."""
    parameters = train(hand_in, case).model.named_parameters()
    left = [name for name, value in parameters if value.grad is not None and bool(value.grad.any())]
    return {"parameters with a gradient left": ", ".join(left) or "none"}


def precision(hand_in: HandIn, case: Case) -> Observations:
    """The dtypes that float32 products had for each batch, in a layer of the model and in the loss."""
    log = train(hand_in, case).log
    return {"dtypes in the forward pass": ", ".join(log.dtypes), "dtypes in the loss": ", ".join(log.loss_dtypes)}


def scales(hand_in: HandIn, case: Case) -> Observations:
    """The scale during each batch, and at the end."""
    log = train(hand_in, case).log
    return {"scale at each batch and at the end": [*log.scales, log.scaler.get_scale()]}


def everything(hand_in: HandIn, case: Case) -> Observations:
    """Steps, scale and weights."""
    return {**timeline(hand_in, case), **scales(hand_in, case), **weights(hand_in, case)}
