"""Finds tensors made on another device than the inputs, on a machine with only one, without PyTorch's compiler.

What is made without `device=` lands on the meta device. PyTorch's own meta operators are partly Python that loads
torch._dynamo, which takes seconds in the run of a learner; so the common ones are answered here.
"""

from __future__ import annotations

from collections.abc import Iterator
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
"""Besides those that work element by element; other operators answer for themselves, as slowly as they do."""


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
        is_by_element = torch.Tag.pointwise in func.tags
        if len(devices) > 1 and (is_by_element or func._schema.name in _NEED_ONE_DEVICE):
            raise RuntimeError("Expected all tensors to be on the same device, but found at least two devices.")
        if devices == {"meta"} and is_by_element:
            return args[0] if func._schema.is_mutable else _result_of(func, tensors, args, kwargs or {})
        return func(*args, **(kwargs or {}))


def _result_of(func: Any, tensors: list[Tensor], args: Any, kwargs: Any) -> Any:
    """A tensor of the right shape and dtype: the dtype from the same operator on one element of each."""
    small = func(*_on_cpu(args), **_on_cpu(kwargs))
    shape = torch.broadcast_tensors(*(tensor for tensor in tensors if tensor.dim()))[0].shape
    return torch.empty(shape, dtype=small.dtype, device="meta")


def _on_cpu(value: Any) -> Any:
    if isinstance(value, Tensor):
        return torch.zeros((1,) * value.dim(), dtype=value.dtype) if value.device.type == "meta" else value
    if isinstance(value, list | tuple):
        return [_on_cpu(entry) for entry in value]
    return {name: _on_cpu(entry) for name, entry in value.items()} if isinstance(value, dict) else value


def _tensors(value: Any) -> list[Tensor]:
    if isinstance(value, Tensor):
        return [value]
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [tensor for entry in entries for tensor in _tensors(entry)]
