"""Writes what a probe saw as JSON nodes and tensors; runs beside the hand-in, so its reader trusts none of it."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor
from torch._subclasses.fake_tensor import FakeTensor

from tutor.plain_values import (
    MAX_NAME,
    Node,
    Opaque,
    cut,
    encode_integer,
    encode_key,
    encode_text,
    opaque,
    short_text,
)
from tutor.tensor_bytes import MAX_TENSORS, is_shape, save_tensors, why_it_stays

MAX_DEPTH = 12
MAX_ENTRIES = 10_000
ARRAY = "numpy.ndarray"
"""As the subclass of a tensor: the values of a NumPy array."""


@dataclass
class Encoder:
    """Collects the tensors of one value while it is written as a node."""

    are_inputs: bool = False
    tensors: dict[str, Tensor] = field(default_factory=dict)

    def raw(self) -> bytes:
        return save_tensors(self.tensors)

    def node(self, value: Any, depth: int = 0) -> Node:
        kind = type(value)
        if depth > MAX_DEPTH:
            return opaque("nested too deeply")
        if isinstance(value, Tensor):
            with torch._C.DisableTorchFunctionSubclass():
                return self._tensor(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return encode_text(value)
        if kind is int:
            return encode_integer(value)
        if kind is float:
            return value if math.isfinite(value) else {"float": repr(value)}
        return self._other(value, kind, depth)

    def _other(self, value: Any, kind: type, depth: int) -> Node:
        if value is Ellipsis:
            return {"ellipsis": True}
        if kind is torch.dtype:
            return {"dtype": str(value)}
        if kind is torch.device:
            return {"device": str(value)}
        if isinstance(value, Opaque):
            return opaque(value.type_name, value.text)
        if kind in (list, tuple, torch.Size) and len(value) <= MAX_ENTRIES:
            name = "list" if kind is list else "tuple"
            return {name: [self.node(entry, depth + 1) for entry in value]}
        if isinstance(value, tuple) and hasattr(kind, "_fields") and len(value) == len(kind._fields) <= MAX_ENTRIES:
            return {"named": [[cut(str(f), MAX_NAME) for f in kind._fields], [self.node(v, depth + 1) for v in value]]}
        if isinstance(value, dict) and len(value) <= MAX_ENTRIES:
            keys = [encode_key(key) for key in value]
            if len(set(keys)) == len(keys):  # two keys can have one text
                return {"dict": [[k, self.node(v, depth + 1)] for k, v in zip(keys, value.values(), strict=True)]}
        if (array := self._array(value, kind)) is not None:
            return array
        return opaque(_name_of(kind), short_text(value))

    def _array(self, value: Any, kind: type) -> Node:
        """A NumPy array as the tensor of its values; None for anything else, and where there is no such tensor."""
        numpy = sys.modules.get("numpy")
        if numpy is None or not isinstance(value, numpy.ndarray):
            return None
        try:
            node = self._tensor(torch.from_numpy(numpy.array(value, order="C")))
        except (TypeError, ValueError):
            return None
        return node | {"subclass": cut(_name_of(kind), MAX_NAME)} if "tensor" in node else node

    def _tensor(self, value: Tensor) -> Node:
        if value.device.type == "meta" or isinstance(value, FakeTensor):
            shape = list(value.shape)
            seen = {"shape": shape, "of": str(value.dtype), "on": value.device.type}
            return seen if is_shape(shape) else opaque("a tensor of an absurd shape")
        if not self.are_inputs and (reason := self._why_it_stays(value)):
            return opaque(reason)
        name = str(len(self.tensors))
        node: dict[str, Any] = {"tensor": name, "grad": value.requires_grad, "on": value.device.type}
        if type(value) not in (Tensor, torch.nn.Parameter):
            node["subclass"] = cut(type(value).__qualname__, MAX_NAME)
        plain = value.detach().as_subclass(Tensor).resolve_conj().resolve_neg()
        if self.are_inputs:
            node |= {"size": list(plain.shape), "strides": list(plain.stride()), "offset": plain.storage_offset()}
            node["view"] = value._is_view()
            plain = plain.as_strided((plain.untyped_storage().nbytes() // plain.itemsize,), (1,), 0)
        if plain.is_complex():
            node["complex"] = True
            plain = torch.view_as_real(plain)
        self.tensors[name] = plain.to("cpu").contiguous().clone()
        return node

    def _why_it_stays(self, value: Tensor) -> str:
        if len(self.tensors) >= MAX_TENSORS:
            return "a tensor beyond the first thousand"
        return why_it_stays(value)


def _name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
