"""Cuts tensors, looks at the pieces, and writes to them."""

from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from tutor.probes import Case, HandIn, Observations, gradients


def cut(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing the result is, the sizes and strides of the chunks, and which inputs changed."""
    value = hand_in.chunk(case.x, *case.args)
    dim = case.args[1] if len(case.args) > 1 else 0
    parts = as_tuple(value)
    return {
        "type of the result": type(value).__name__,
        "sizes along dim": [part.shape[dim] for part in parts],
        "strides": [part.stride() for part in parts],
        "inputs that changed": case.changed_inputs(),
    }


def pieces(hand_in: HandIn, case: Case) -> Observations:
    """How many chunks there are, and each of them."""
    parts = as_tuple(hand_in.chunk(case.x, *case.args))
    return {"number of chunks": len(parts), **{f"chunk [{place}]": part for place, part in enumerate(parts)}}


def whole(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing the result is, and every chunk in it."""
    return {"type of the result": type(hand_in.chunk(case.x, *case.args)).__name__, **pieces(hand_in, case)}


def as_tuple(value: Any) -> tuple[Tensor, ...]:
    """The chunks, however they are collected; none when there are things in it that are no tensors."""
    if isinstance(value, Tensor):
        return (value,)
    parts = tuple(value)
    return parts if all(isinstance(part, Tensor) for part in parts) else ()


def written(hand_in: HandIn, case: Case) -> Observations:
    """What is in x once every chunk was filled with its number, counted from 1."""
    for number, part in enumerate(as_tuple(hand_in.chunk(case.x, *case.args)), start=1):
        part.fill_(number)
    return {"x after writing to its chunks": case.x}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches x through its chunks."""
    parts = as_tuple(hand_in.chunk(case.x, *case.args))
    return gradients(torch.cat([part.reshape(-1) for part in parts]), x=case.x)


class _FunctionTape(TorchFunctionMode):
    """Notes the name of every PyTorch function that is called."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.append(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))


def functions(hand_in: HandIn, case: Case) -> Observations:
    """Which of the functions that do the whole exercise are called."""
    whole = ("chunk", "unsafe_chunk", "tensor_split", "hsplit", "vsplit", "dsplit")
    with _FunctionTape() as tape:
        hand_in.chunk(case.x, *case.args)
    return {"functions called": ", ".join(name for name in whole if name in tape.names) or "none of those"}
