"""Finds tensors made on another device than the inputs, on a machine with only one, without PyTorch's compiler.

What is made without `device=` lands on the meta device. PyTorch's own meta operators are partly Python that loads
torch._dynamo, which takes seconds in the run of a learner; so most are answered here, from zeros of the same shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode
from torch.utils._device import _device_constructors
from torch.utils._python_dispatch import TorchDispatchMode

_NEED_ONE_DEVICE = {
    "aten::addmm",
    "aten::binary_cross_entropy",
    "aten::binary_cross_entropy_with_logits",
    "aten::cat",
    "aten::masked_fill",
    "aten::masked_fill_",
    "aten::mse_loss",
    "aten::nll_loss_forward",
    "aten::stack",
}
"""Besides those that work element by element."""
_NEED_VALUES = {torch.Tag.data_dependent_output, torch.Tag.dynamic_output_shape}
_MOST_NUMBERS = 1 << 20
"""In the tensors of one operator that is answered from zeros."""


@contextmanager
def other_default_device() -> Iterator[None]:
    """Around code: tensors it makes without `device=` land elsewhere; numbers, which may meet any device, stay."""
    with _FastMeta(), _MadeElsewhere():
        yield


class _MadeElsewhere(TorchFunctionMode):
    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        is_made_here = func in _device_constructors() and "device" not in (kwargs or {})
        return result.to("meta") if is_made_here and isinstance(result, Tensor) and result.dim() else result


class _FastMeta(TorchDispatchMode):
    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch leaves it untyped

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        return False  # skipping it would load it

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        tensors = _tensors((args, kwargs or {}))
        devices = {tensor.device.type for tensor in tensors if tensor.dim()}
        is_elsewhere = devices <= {"meta"} and any(tensor.device.type == "meta" for tensor in tensors)
        is_by_element = torch.Tag.pointwise in func.tags
        if len(devices) > 1 and (is_by_element or func._schema.name in _NEED_ONE_DEVICE):
            raise RuntimeError("Expected all tensors to be on the same device, but found at least two devices.")
        if is_elsewhere and is_by_element and func._schema.is_mutable:
            return args[0]
        if is_elsewhere and _makes_new_tensors(func) and sum(map(Tensor.numel, tensors)) <= _MOST_NUMBERS:
            result = func(*_each(args, _zeros), **_each(kwargs or {}, _zeros))
            return _each(result, lambda tensor: tensor.to("meta"))
        return func(*args, **(kwargs or {}))


def _makes_new_tensors(operator: Any) -> bool:
    """Whether an operator returns tensors of its own, on the device of its inputs, whatever the values in these are."""
    schema = operator._schema
    is_view = any(returned.alias_info for returned in schema.returns)
    takes_a_device = any(argument.name == "device" for argument in schema.arguments)
    return not (is_view or schema.is_mutable or takes_a_device or _NEED_VALUES & set(operator.tags))


def _zeros(tensor: Tensor) -> Tensor:
    return torch.zeros(tensor.shape, dtype=tensor.dtype) if tensor.device.type == "meta" else tensor


def _each(value: Any, change: Callable[[Tensor], Tensor]) -> Any:
    """The same arguments or results with every tensor changed."""
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, list | tuple):
        return type(value)(_each(entry, change) for entry in value)
    return {name: _each(entry, change) for name, entry in value.items()} if isinstance(value, dict) else value


def _tensors(value: Any) -> list[Tensor]:
    if isinstance(value, Tensor):
        return [value]
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [tensor for entry in entries for tensor in _tensors(entry)]
