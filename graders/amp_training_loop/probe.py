"""Trains a small model for a few steps and writes down what happened in each."""

from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


class Model(nn.Module):
    """A float64 layer, whose arithmetic autocast leaves alone, beside a float32 one that shows whether it is on."""

    def __init__(self, training: "Training") -> None:
        super().__init__()
        self.layer = nn.Linear(3, 1, dtype=torch.float64)
        self.witness = nn.Linear(1, 1).requires_grad_(False)
        self.training_run = [training]

    def forward(self, x: Tensor) -> Tensor:
        self.training_run[0].note("forward in", self.witness, x.device)
        return self.layer(x)


class Watched(torch.autograd.Function):
    """Changes nothing, and notes in which precision the backward pass runs that comes by."""

    @staticmethod
    def forward(ctx: Any, loss: Tensor, training: "Training", witness: nn.Module) -> Tensor:
        ctx.training, ctx.witness = training, witness
        return loss.clone()

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Any:
        ctx.training.note("backward in", ctx.witness, gradient.device)
        return gradient, None, None


@dataclass
class Training:
    """Everything that happens during a few steps."""

    losses: list[Any] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    def note(self, what: str, witness: nn.Module, device: torch.device) -> None:
        with torch.no_grad():
            dtype = witness(torch.ones(1, 1, device=device)).dtype
        self.events.append(f"{what} {str(dtype).removeprefix('torch.')}")

    def dtypes(self, what: str) -> list[str]:
        """The dtypes of all events of one kind."""
        return [event.removeprefix(f"{what} in ") for event in self.events if event.startswith(what)]

    def run(self, hand_in: HandIn, case: Case) -> Model:
        device = case.batches[0][0].device.type
        scaler = torch.amp.GradScaler(device, **case.scaler)
        model = Model(self).to(device)
        groups = [{"params": [parameter]} for parameter in model.layer.parameters()]
        optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
        optimizer.register_step_post_hook(lambda *_: self.events.append("step"))

        def loss_fn(prediction: Tensor, target: Tensor) -> Tensor:
            self.note("loss in", model.witness, prediction.device)
            return Watched.apply(nn.functional.poisson_nll_loss(prediction, target), self, model.witness)

        options = dict(case.options) if device == "cpu" else {"device_type": device, **case.options}
        for x, y in case.batches:
            if case.stale:
                for parameter in model.layer.parameters():
                    parameter.grad = torch.full_like(parameter, case.stale)
            self.losses.append(hand_in.amp_train_step(model, optimizer, scaler, loss_fn, x, y, **options))
            self.scales.append(scaler.get_scale())
        return model


def losses(hand_in: HandIn, case: Case) -> Observations:
    """What comes back from each step."""
    training = Training()
    training.run(hand_in, case)
    return {"losses": training.losses}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """The model after the last step, how many steps were made, and whether the batches are as they were."""
    training = Training()
    layer = training.run(hand_in, case).layer
    return {
        "steps of the optimizer": training.events.count("step"),
        "weight afterwards": layer.weight,
        "bias afterwards": layer.bias,
        "inputs that changed": case.changed_inputs(),
    }


def precision(hand_in: HandIn, case: Case) -> Observations:
    """What the forward pass, the loss and the backward pass of each step were computed in."""
    training = Training()
    training.run(hand_in, case)
    return {what: ", ".join(training.dtypes(what)) or "nothing" for what in ("forward", "loss", "backward")}


def scales(hand_in: HandIn, case: Case) -> Observations:
    """The scale after each step."""
    training = Training()
    training.run(hand_in, case)
    return {"scale after each step": training.scales}


def everything(hand_in: HandIn, case: Case) -> Observations:
    """Losses, scales and weights."""
    training = Training()
    layer = training.run(hand_in, case).layer
    return {
        "losses": training.losses,
        "steps of the optimizer": training.events.count("step"),
        "scale after each step": training.scales,
        "weight afterwards": layer.weight,
        "bias afterwards": layer.bias,
    }
