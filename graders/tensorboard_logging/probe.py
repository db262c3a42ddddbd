"""Logs losses to a writer that only takes notes, and asks a small network for its guesses."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


class Notes:
    """A writer with the methods that a logger may need, which notes what is logged."""

    def __init__(self) -> None:
        self.scalars: list[tuple[str, float, Any]] = []
        self.is_closed = False

    def add_scalar(
        self,
        tag: str,
        scalar_value: Any,
        global_step: Any = None,
        walltime: float | None = None,
        new_style: bool = False,
        double_precision: bool = False,
    ) -> None:
        self.scalars.append((tag, float(scalar_value), global_step))

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.is_closed = True


def losses_of(case: Case) -> list[Any]:
    """The losses as plain numbers, or as tensors where the case's tensor is."""
    if case.dtype is None:
        return list(case.losses)
    return [torch.tensor(loss, dtype=case.dtype, device=case.place[0].device) for loss in case.losses]


def logged(hand_in: HandIn, case: Case) -> tuple[Any, Notes]:
    """A logger that has seen all losses; `flushes` says after how many of them it was flushed, and how often."""
    notes = Notes()
    logger = hand_in.LossLogger(notes, case.tag, case.every)
    for number, loss in enumerate([None, *losses_of(case)]):
        if loss is not None:
            logger.update(loss)
        for _ in range(case.flushes.count(number)):
            logger.flush()
    return logger, notes


def curve(hand_in: HandIn, case: Case) -> Observations:
    """What was logged: the tags, the steps, and the values."""
    _, notes = logged(hand_in, case)
    return {
        "tags": [tag for tag, _, _ in notes.scalars],
        "steps": [step for _, _, step in notes.scalars],
        "values": [value for _, value, _ in notes.scalars],
        "writer is closed": notes.is_closed,
    }


def two_loggers(hand_in: HandIn, case: Case) -> Observations:
    """What two loggers log to one writer, given losses in turn."""
    notes = Notes()
    train, test = hand_in.LossLogger(notes, "train", 2), hand_in.LossLogger(notes, "test", 3)
    for loss in case.losses:
        train.update(loss)
        test.update(10 * loss)
    return {"logged": [f"{tag} {value:.4f} at {step}" for tag, value, step in notes.scalars]}


class Remembered(torch.autograd.Function):
    """Doubles a number, and keeps an object alive as long as the history of the result is."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, token: Any) -> Tensor:
        ctx.token = token
        return x * 2

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Any:
        return gradient * 2, None


class Token:
    """Something that can be watched."""


def history(hand_in: HandIn, case: Case) -> Observations:
    """How many histories of losses are still there while the logger is, and whether the last loss can be used."""
    logger, tokens, weight = hand_in.LossLogger(Notes(), "loss", case.every), [], torch.ones((), requires_grad=True)
    loss = weight
    for _ in range(case.count):
        token = Token()
        tokens.append(weakref.ref(token))
        loss = Remembered.apply(weight, token)
        logger.update(loss)
    del token
    loss.backward()
    del loss
    gc.collect()
    kept = sum(reference() is not None for reference in tokens)
    del logger  # only now
    return {"histories that are kept": kept, "gradient of the last loss": float(weight.grad)}


def network(case: Case, seen: list[bool]) -> Callable[[Tensor], Tensor]:
    """Gives each image as many outputs as it has numbers, each with a factor that is learned."""

    def net(images: Tensor) -> Tensor:
        seen.append(torch.is_grad_enabled())
        return images.flatten(1) * case.weight

    return net


def guesses(hand_in: HandIn, case: Case) -> Observations:
    """Classes and probabilities, and which inputs changed."""
    classes, probabilities = hand_in.top_class_probs(network(case, []), case.images)
    return {"classes": classes, "probabilities": probabilities, "inputs that changed": case.changed_inputs()}


def autograd(hand_in: HandIn, case: Case) -> Observations:
    """Whether autograd was on inside the network, whether it is on afterwards, and what requires a gradient."""
    seen: list[bool] = []
    torch.set_grad_enabled(not case.is_off)
    found = hand_in.top_class_probs(network(case, seen), case.images)
    after = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    return {
        "results that require a gradient": sum(tensor.requires_grad for tensor in found),
        "autograd inside the network": any(seen),
        "autograd afterwards": after,
    }
