"""Trains a small stack of blocks that write down when they run."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks

from tutor.probes import Case, HandIn, Observations, gradients

CONTAINERS: dict[str, Any] = {"list": list, "tuple": tuple, "ModuleList": nn.ModuleList}


class Block(nn.Module):
    """A layer with a number, which it writes down whenever it runs."""

    def __init__(self, number: int, width: int, dropout: float, log: list[str]) -> None:
        super().__init__()
        self.number, self.log = number, log
        self.linear = nn.Linear(width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        self.log.append(str(self.number))
        return self.dropout(self.linear(x).tanh())


def stack(case: Case, log: list[str]) -> Sequence[nn.Module]:
    """Seeded blocks where x is, in its dtype."""
    blocks = [Block(number, case.x.shape[-1], case.dropout, log).to(case.x) for number in range(case.blocks)]
    made: Sequence[nn.Module] = CONTAINERS[case.container](blocks)
    return made


def output(hand_in: HandIn, case: Case) -> Observations:
    """What comes out, and whether x was changed."""
    value = hand_in.run_checkpointed(stack(case, []), case.x, case.every)
    return {"output": value, "inputs that changed": case.changed_inputs()}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients of the blocks, and of x where it wants one."""
    blocks = stack(case, [])
    wants = case.x.requires_grad
    value = hand_in.run_checkpointed(blocks, case.x, case.every)
    weights = {f"the weight of block {number}": block.linear.weight for number, block in enumerate(blocks)}
    found = gradients(value, **({"x": case.x} if wants else {}), **weights)
    return {"output": value, **found, "x requires grad afterwards": case.x.requires_grad}


def kept(hand_in: HandIn, case: Case) -> Observations:
    """Whether fewer numbers wait for the backward pass than in the plain loop."""
    blocks = stack(case, [])
    with numbers_saved() as plainly:
        y = case.x
        for block in blocks:
            y = block(y)
    with numbers_saved() as saved:
        hand_in.run_checkpointed(blocks, case.x, case.every)
    return {"numbers kept for backward": "fewer" if sum(saved) < sum(plainly) else "as many as without checkpoints"}


@contextmanager
def numbers_saved() -> Iterator[list[int]]:
    """The sizes of the tensors that autograd keeps inside."""
    sizes: list[int] = []

    def pack(tensor: Tensor) -> Tensor:
        sizes.append(tensor.numel())
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        yield sizes


def order(hand_in: HandIn, case: Case) -> Observations:
    """Which blocks run, in which order, before and during backward()."""
    log: list[str] = []
    with torch.set_grad_enabled(case.recording):
        value = hand_in.run_checkpointed(stack(case, log), case.x, case.every)
        if case.recording:
            log.append("backward")
            value.sum().backward()
    return {"blocks that run": " ".join(log)}
