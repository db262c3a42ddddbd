"""What a probe saw, as plain data: tensors as raw bytes, exact built-in types, and nothing that could run code.

The same encoding carries a case's inputs to the sandbox and its observations back. The side that decodes
observations trusts nothing: types, keys, sizes and depth are checked before anything is built, and whatever the
encoder would not have written is refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from tutor.observation_encoder import ARRAY, MAX_DEPTH, MAX_ENTRIES, Encoder
from tutor.plain_values import (
    JSON_INTEGERS,
    MAX_NAME,
    MAX_TEXT,
    DecodeError,
    Node,
    Opaque,
    decode_device_type,
    decode_dtype,
    decode_key,
    decode_scalar,
    decode_text,
)
from tutor.tensor_bytes import is_shape, load_tensors, load_untrusted_tensors

__all__ = [
    "MISSING",
    "DecodeError",
    "NamedTupleObservation",
    "Opaque",
    "ShapeObservation",
    "TensorObservation",
    "decode",
    "decode_inputs",
    "encode",
    "encode_inputs",
    "load_tensors",
]


@dataclass(frozen=True)
class TensorObservation:
    """A tensor that came out of a hand-in: its values on the CPU, and what it was where it was made."""

    data: Tensor
    requires_grad: bool
    device: str
    subclass: str = ""
    slack: float = 1.0
    """Of an expected value: how many times the usual tolerance applies, from what the device makes of it."""

    @property
    def is_array(self) -> bool:
        """Whether it was a NumPy array, and no tensor."""
        return self.subclass == ARRAY


@dataclass(frozen=True)
class ShapeObservation:
    """A tensor without values, from a fake or meta device."""

    shape: tuple[int, ...]
    dtype: torch.dtype
    device: str


@dataclass(frozen=True)
class NamedTupleObservation:
    """A named tuple: field names and values."""

    fields: tuple[str, ...]
    values: tuple[Any, ...]


MISSING = Opaque("missing")
"""The file has no such name."""


def encode(value: Any) -> tuple[Node, bytes]:
    """The value as JSON and safetensors bytes; what cannot travel becomes its type's name."""
    encoder = Encoder()
    return encoder.node(value), encoder.raw()


def encode_inputs(value: Any) -> tuple[Node, bytes]:
    """Like `encode`, and tensors keep their layout: strides, offset, and all of the storage they look at."""
    encoder = Encoder(are_inputs=True)
    return encoder.node(value), encoder.raw()


def decode(node: Node, raw: bytes) -> Any:
    """An encoded observation from an untrusted side; raises DecodeError."""
    tensors = load_untrusted_tensors(raw)
    value = _Decoder(tensors.pop).value(node)
    if tensors:
        raise DecodeError("there are tensors that belong to nothing")
    return value


def decode_inputs(node: Node, tensors: Mapping[str, Tensor], device: str = "cpu") -> Any:
    """Encoded case inputs from the trusted side, as real tensors with their layout, on `device`."""
    return _as_inputs(_Decoder(tensors.__getitem__, are_inputs=True).value(node), device)


@dataclass(frozen=True)
class _Decoder:
    take: Callable[[str], Tensor]
    """The tensor of a name; an observed one can be taken once."""
    are_inputs: bool = False

    def value(self, node: Node, depth: int = 0) -> Any:
        if depth > MAX_DEPTH + 1:  # one more than is ever encoded: the mark that something was cut
            raise DecodeError("nested too deeply")
        match node:
            case None | bool():
                return node
            case str():
                return decode_text(node, MAX_TEXT)
            case int() if abs(node) < JSON_INTEGERS:
                return node
            case float() if math.isfinite(node):
                return node
            case {"tensor": name}:
                return self._tensor(node, name)
            case {"shape": shape, "of": dtype, "on": device} if len(node) == 3 and is_shape(shape):
                return ShapeObservation(tuple(shape), decode_dtype(dtype), decode_device_type(device))
            case dict() if len(node) == 1:
                ((kind, content),) = node.items()
                return self._container(kind, content, depth + 1)
        raise DecodeError(f"a {type(node).__name__} that means nothing")

    def _container(self, kind: str, content: Any, depth: int) -> Any:
        match kind, content:
            case "list", list():
                return [self.value(entry, depth) for entry in _bounded(content)]
            case "tuple", list():
                return tuple(self.value(entry, depth) for entry in _bounded(content))
            case "named", [list() as fields, list() as values] if len(fields) == len(values):
                names = tuple(decode_text(name, MAX_NAME) for name in _bounded(fields))
                return NamedTupleObservation(names, tuple(self.value(entry, depth) for entry in values))
            case "dict", list():
                decoded = {decode_key(key): self.value(entry, depth) for key, entry in map(_pair, _bounded(content))}
                if len(decoded) != len(content):
                    raise DecodeError("a dict has one key twice")
                return decoded
            case "opaque", [type_name, text]:
                return Opaque(decode_text(type_name, MAX_NAME), decode_text(text, MAX_TEXT))
        return decode_scalar(kind, content)

    def _tensor(self, node: dict[str, Any], name: Any) -> TensorObservation | _LaidOutInput:
        data = self._data(node, name)
        if type(node.get("grad")) is not bool:
            raise DecodeError("a tensor that does not say whether it requires grad")
        subclass = decode_text(node.get("subclass", ""), MAX_NAME)
        observed = TensorObservation(data, node["grad"], decode_device_type(node.get("on")), subclass)
        if not self.are_inputs:
            return observed
        if "size" not in node:  # what a rank observed is an input to what runs it
            return _LaidOutInput(observed, tuple(data.shape), data.stride(), 0, False)
        return _LaidOutInput(observed, tuple(node["size"]), tuple(node["strides"]), node["offset"], node["view"])

    def _data(self, node: dict[str, Any], name: Any) -> Tensor:
        layout = {"size", "strides", "offset", "view"} if self.are_inputs else set()
        if not node.keys() <= {"tensor", "grad", "on", "subclass", "complex"} | layout:
            raise DecodeError("a tensor with something that does not belong to one")
        try:
            data = self.take(decode_text(name, MAX_NAME))
        except KeyError:
            raise DecodeError("a tensor that is not there, or was taken already") from None
        if "complex" not in node:
            return data
        if node["complex"] is not True or data.shape[-1:] != (2,) or data.dtype not in (torch.float32, torch.float64):
            raise DecodeError("a complex tensor that is not made of pairs")
        return torch.view_as_complex(data)


@dataclass(frozen=True)
class _LaidOutInput:
    """An input whose layout is rebuilt in the sandbox; means nothing in what comes back from there."""

    storage: TensorObservation
    size: tuple[int, ...]
    strides: tuple[int, ...]
    offset: int
    is_view: bool

    def on(self, device: str) -> Any:
        """The tensor as it was made, a view of its storage or the owner of it; or the NumPy array."""
        owner = self.storage.data.to(device).clone()  # what safetensors loads is a view itself
        if self.is_view:
            tensor = owner.as_strided(self.size, self.strides, self.offset)
        else:
            tensor = owner.set_(owner.untyped_storage(), self.offset, self.size, self.strides)
        return tensor.numpy() if self.storage.is_array else tensor.requires_grad_(self.storage.requires_grad)


def _bounded(entries: list[Any]) -> list[Any]:
    if len(entries) > MAX_ENTRIES:
        raise DecodeError("too many entries")
    return entries


def _pair(entry: Any) -> tuple[Any, Any]:
    if not isinstance(entry, list) or len(entry) != 2:
        raise DecodeError("a dict with something that is not a pair")
    return entry[0], entry[1]


def _as_inputs(value: Any, device: str) -> Any:
    if isinstance(value, _LaidOutInput):
        return value.on(device)
    if isinstance(value, list):
        return [_as_inputs(entry, device) for entry in value]
    if isinstance(value, tuple):
        return tuple(_as_inputs(entry, device) for entry in value)
    if isinstance(value, dict):
        return {key: _as_inputs(entry, device) for key, entry in value.items()}
    return value
