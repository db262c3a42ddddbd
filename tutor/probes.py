"""What a probe.py is written with: the case it is given, and ready-made ways to look at a hand-in.

A probe is a function `probe(hand_in, case) -> dict[str, object]`: it uses the hand-in as a user of PyTorch would and
returns what it observed, by name. The same probe drives the reference in the judge and the learner's file in the
sandbox, so nothing here, and nothing in a probe.py, may hold an expected value. Whatever a probe returns about the
learner's code is a claim made in an untrusted process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from tutor.observation import Opaque

Observations = dict[str, Any]


class MissingName(AttributeError):
    """The hand-in has no function, class or value of that name."""


class HandIn:
    """The learner's module, with a clear error for names it does not define."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            file = f"{self._module.__name__}.py"
            raise MissingName(f"{file} defines no {name}.") from None


class Case:
    """One set of inputs; each input is an attribute: `case.pred`, `case.options`."""

    def __init__(self, inputs: Mapping[str, Any]) -> None:
        self.__dict__.update(inputs)
        self._inputs = inputs
        self._before = {name: _snapshot(tensor) for name, tensor in _tensors(inputs)}

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the case has no input {name!r}; it has {sorted(self._inputs)}")

    def changed_inputs(self) -> list[str]:
        """The names of the input tensors whose values, or whose version counters, moved since the case began."""
        return [
            name
            for name, tensor in _tensors(self._inputs)
            if tensor._version != self._before[name][0] or not _same(tensor, self._before[name][1])
        ]


def gradients(value: Any, **tensors: Tensor) -> Observations:
    """Backpropagate from `value` and report the gradient that reached each named tensor.

    Entries of a value that is not a scalar are weighted unequally, so that a permuted output cannot hide.
    """
    names = {f"gradient of {name}": tensor for name, tensor in tensors.items()}
    if not isinstance(value, Tensor):
        return dict.fromkeys(names, Opaque("no gradient", f"the value is a {type(value).__name__}, not a tensor"))
    if not value.requires_grad:
        return dict.fromkeys(names, Opaque("no gradient", "the value does not depend on its inputs for autograd"))
    weights = torch.linspace(0.5, 1.5, max(value.numel(), 1), dtype=torch.float64, device=value.device)
    (value * weights[: value.numel()].reshape(value.shape).to(value.dtype)).sum().backward()
    return {name: tensor.grad for name, tensor in names.items()}


class _OperatorTape(TorchDispatchMode):
    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        return False  # skipping it would load it, which takes seconds

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self.calls: list[tuple[str, int]] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = f"{func.namespace}.{func._opname}" if hasattr(func, "_opname") else str(func)
        self.calls.append((name, _groups(func, args, kwargs or {})))
        return func(*args, **(kwargs or {}))


def _groups(operator: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> int:
    """The `groups` an operator is called with, wherever its schema has it; 1 where it has none."""
    names = [argument.name for argument in operator._schema.arguments]
    place = names.index("groups") if "groups" in names else len(args)
    return int(args[place] if place < len(args) else kwargs.get("groups", 1))


@contextmanager
def operators_called() -> Iterator[list[tuple[str, int]]]:
    """Record every ATen operator that runs inside, as ("aten.convolution", groups); groups is 1 where there are none.

    For policy checks ("without a grouped convolution"), never for security: the tape lives beside the learner's code.
    """
    with _OperatorTape() as tape:
        yield tape.calls


def _tensors(value: Any, name: str = "") -> Iterator[tuple[str, Tensor]]:
    if isinstance(value, Tensor):
        yield name, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _tensors(entry, f"{name}[{key!r}]" if name else str(key))
    elif isinstance(value, list | tuple):
        for place, entry in enumerate(value):
            yield from _tensors(entry, f"{name}[{place}]")


def _snapshot(tensor: Tensor) -> tuple[int, Tensor]:
    return tensor._version, tensor.detach().clone()


def _same(tensor: Tensor, before: Tensor) -> bool:
    if tensor.shape != before.shape or tensor.dtype != before.dtype:
        return False
    if tensor.device.type == "meta" or type(tensor) is not Tensor:
        return True
    return bool(torch.equal(torch.nan_to_num(tensor.detach()), torch.nan_to_num(before)))
