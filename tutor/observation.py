"""What a probe saw, as plain data: tensors as raw bytes, exact built-in types, and nothing that could run code.

The same encoding carries a case's inputs to the sandbox and its observations back. The side that decodes
observations trusts nothing: types, keys, sizes and depth are checked before anything is built.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import safetensors.torch
import torch
from torch import Tensor
from torch._subclasses.fake_tensor import FakeTensor

Node = Any
"""JSON: null, true, 3, 0.5, "text", or {kind: ...} for everything else."""

MAX_DEPTH = 12
MAX_ENTRIES = 10_000
MAX_TEXT = 20_000


class DecodeError(ValueError):
    """The data is not a valid encoding of any value."""


@dataclass(frozen=True)
class TensorObservation:
    """A tensor that came out of a hand-in: its values on the CPU, and what it was where it was made."""

    data: Tensor
    requires_grad: bool
    device: str
    subclass: str = ""


@dataclass(frozen=True)
class ShapeObservation:
    """A tensor without values, from a fake or meta device."""

    shape: tuple[int, ...]
    dtype: torch.dtype
    device: str


@dataclass(frozen=True)
class Opaque:
    """A value of a type that does not travel: only its type's name and a short text do."""

    type_name: str
    text: str = ""


@dataclass(frozen=True)
class NamedTupleObservation:
    """A named tuple: field names and values."""

    fields: tuple[str, ...]
    values: tuple[Any, ...]


MISSING = Opaque("missing")
"""The file has no such name."""


def encode(value: Any) -> tuple[Node, bytes]:
    """The value as JSON and safetensors bytes; what cannot travel becomes its type's name."""
    encoder = _Encoder()
    return encoder.node(value), encoder.raw()


def encode_inputs(value: Any) -> tuple[Node, bytes]:
    """Like `encode`, and keeps the strides of tensors that are not contiguous."""
    encoder = _Encoder(keep_strides=True)
    return encoder.node(value), encoder.raw()


def load_tensors(raw: bytes) -> dict[str, Tensor]:
    """The tensors of one message by name; raises DecodeError."""
    try:
        return safetensors.torch.load(raw) if raw else {}
    except Exception as error:
        raise DecodeError(f"the tensors are malformed: {error}") from error


def decode(node: Node, raw: bytes) -> Any:
    """An encoded observation from an untrusted side; raises DecodeError."""
    return _Decoder(load_tensors(raw)).value(node)


def decode_inputs(node: Node, tensors: Mapping[str, Tensor], device: str = "cpu") -> Any:
    """Encoded case inputs from the trusted side, as real tensors with their layout, on `device`."""
    return _as_inputs(_Decoder(tensors).value(node), device)


@dataclass
class _Encoder:
    keep_strides: bool = False
    tensors: dict[str, Tensor] = field(default_factory=dict)

    def raw(self) -> bytes:
        return safetensors.torch.save(self.tensors) if self.tensors else b""

    def node(self, value: Any, depth: int = 0) -> Node:
        kind = type(value)
        if depth > MAX_DEPTH:
            return {"opaque": ["nested too deeply", ""]}
        if isinstance(value, Tensor):
            with torch._C.DisableTorchFunctionSubclass():
                return self._tensor(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return value if len(value) <= MAX_TEXT else {"opaque": ["str", value[:MAX_TEXT]]}
        if kind is int:
            return value if abs(value) < 1 << 53 else {"int": str(value)[:400]}
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
            return {"opaque": [value.type_name, value.text]}
        if kind in (list, tuple, torch.Size) and len(value) <= MAX_ENTRIES:
            name = "list" if kind is list else "tuple"
            return {name: [self.node(entry, depth + 1) for entry in value]}
        if isinstance(value, tuple) and hasattr(kind, "_fields"):
            return {"named": [[str(name) for name in kind._fields], [self.node(v, depth + 1) for v in value]]}
        if isinstance(value, dict) and len(value) <= MAX_ENTRIES:
            return {"dict": [[_encode_key(k), self.node(v, depth + 1)] for k, v in value.items()]}
        name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
        return {"opaque": [name[:200], _short_text(value)]}

    def _tensor(self, value: Tensor) -> Node:
        if value.device.type == "meta" or isinstance(value, FakeTensor):
            return {"shape": list(value.shape), "of": str(value.dtype), "on": value.device.type}
        if value.layout is not torch.strided or value.is_quantized:
            return {"opaque": [f"tensor with layout {value.layout}", ""]}
        name = str(len(self.tensors))
        node: dict[str, Any] = {"tensor": name, "grad": value.requires_grad, "on": value.device.type}
        if type(value) not in (Tensor, torch.nn.Parameter):
            node["subclass"] = type(value).__qualname__[:100]
        plain = value.detach().as_subclass(Tensor).resolve_conj().resolve_neg()
        if self.keep_strides and not plain.is_contiguous() and plain.numel():
            node |= {"size": list(plain.shape), "strides": list(plain.stride())}
            reach = 1 + sum((n - 1) * s for n, s in zip(plain.shape, plain.stride(), strict=True))
            plain = plain.as_strided((reach,), (1,))
        if plain.is_complex():
            node["complex"] = True
            plain = torch.view_as_real(plain)
        self.tensors[name] = plain.to("cpu").contiguous().clone()
        return node


def _encode_key(key: Any) -> Node:
    return key if type(key) in (str, int, bool, type(None)) else _short_text(key)


def _short_text(value: Any) -> str:
    try:
        return str(value)[:200]
    except Exception:
        return ""


@dataclass
class _Decoder:
    tensors: Mapping[str, Tensor]

    def value(self, node: Node, depth: int = 0) -> Any:
        if depth > MAX_DEPTH + 1:  # one more than is ever encoded: the mark that something was cut
            raise DecodeError("nested too deeply")
        if node is None or isinstance(node, bool | int | float | str):
            return node
        if not isinstance(node, dict) or not node:
            raise DecodeError(f"unexpected {type(node).__name__}")
        try:
            return self._object(node, depth)
        except DecodeError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, RuntimeError, IndexError) as error:
            raise DecodeError(f"malformed value: {error}") from error

    def _object(self, node: dict[str, Any], depth: int) -> Any:
        kind = next(iter(node))
        content = node[kind]
        match kind:
            case "tensor":
                return self._tensor(node)
            case "shape":
                return ShapeObservation(tuple(map(int, content)), _dtype(node["of"]), str(node["on"])[:20])
            case "list":
                return [self.value(entry, depth + 1) for entry in content]
            case "tuple":
                return tuple(self.value(entry, depth + 1) for entry in content)
            case "named":
                fields, values = content
                return NamedTupleObservation(tuple(map(str, fields)), tuple(self.value(v, depth + 1) for v in values))
            case "dict":
                return {_decode_key(k): self.value(v, depth + 1) for k, v in content}
            case "opaque":
                type_name, text = content
                return Opaque(str(type_name)[:300], str(text)[:MAX_TEXT])
        return _scalar(kind, content)

    def _tensor(self, node: dict[str, Any]) -> TensorObservation | _StridedInput:
        data = self.tensors[node["tensor"]]
        if node.get("complex"):
            data = torch.view_as_complex(data)
        observed = TensorObservation(
            data, bool(node.get("grad")), str(node.get("on"))[:20], str(node.get("subclass", ""))[:100]
        )
        if "strides" in node:
            return _StridedInput(observed, tuple(map(int, node["size"])), tuple(map(int, node["strides"])))
        return observed


@dataclass(frozen=True)
class _StridedInput:
    """An input whose layout is rebuilt in the sandbox; means nothing in what comes back from there."""

    observed: TensorObservation
    size: tuple[int, ...]
    strides: tuple[int, ...]


def _scalar(kind: str, content: Any) -> Any:
    match kind:
        case "float":
            return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[content]
        case "int":
            return int(str(content)[:400])
        case "ellipsis":
            return Ellipsis
        case "dtype":
            return _dtype(content)
        case "device":
            return torch.device(content)
    raise DecodeError(f"unknown kind {kind!r}")


def _decode_key(node: Node) -> Any:
    if node is None or isinstance(node, bool | int | str):
        return node
    raise DecodeError("a dict key is neither text nor a number")


def _dtype(name: str) -> torch.dtype:
    dtype = getattr(torch, str(name).removeprefix("torch."), None)
    if not isinstance(dtype, torch.dtype):
        raise DecodeError(f"unknown dtype {name!r}")
    return dtype


def _as_inputs(value: Any, device: str) -> Any:
    if isinstance(value, _StridedInput):
        data = value.observed.data.to(device).as_strided(value.size, value.strides)
        return data.requires_grad_(value.observed.requires_grad)
    if isinstance(value, TensorObservation):
        return value.data.to(device).requires_grad_(value.requires_grad)
    if isinstance(value, list):
        return [_as_inputs(entry, device) for entry in value]
    if isinstance(value, tuple):
        return tuple(_as_inputs(entry, device) for entry in value)
    if isinstance(value, dict):
        return {key: _as_inputs(entry, device) for key, entry in value.items()}
    return value
