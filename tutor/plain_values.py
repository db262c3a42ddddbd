"""How plain values travel as JSON, both ways: what is written here is the only form that is read here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import torch

from tutor.raised import DecodeError as DecodeError
from tutor.raised import cut as cut

Node = Any
"""JSON: null, true, 3, 0.5, "text", or {kind: ...} for everything else."""

MAX_TEXT = 20_000
MAX_NAME = 300
"""Characters of a dict key, a field, a type's name."""
JSON_INTEGERS = 1 << 53
"""Whole numbers below it are exact in every JSON reader; larger ones travel as text."""
MAX_BITS = 1000
"""Of a whole number: any that travels can still be taken for a float."""
_DTYPES = {str(dtype): dtype for dtype in vars(torch).values() if isinstance(dtype, torch.dtype)}
_DEVICE_TYPE = re.compile(r"[a-z]{1,20}", re.ASCII)
_DEVICE = re.compile(r"[a-z]{1,20}(:[0-9]{1,2})?", re.ASCII)
_INTEGER = re.compile(r"-?[1-9][0-9]{15,301}", re.ASCII)


@dataclass(frozen=True)
class Opaque:
    """A value of a type that does not travel: only its type's name and a short text do."""

    type_name: str
    text: str = ""


def opaque(type_name: str, text: str = "") -> Node:
    """A value of which only the name of its type, and a short text, travel."""
    return {"opaque": [cut(type_name, MAX_NAME), cut(text, MAX_TEXT)]}


def encode_text(text: str) -> Node:
    """A string, unless it is too long or not Unicode."""
    if len(text) > MAX_TEXT:
        return opaque(f"a string of {len(text)} characters", text)
    return text if _is_unicode(text) else opaque("a string that is not Unicode text", text)


def encode_integer(value: int) -> Node:
    """A whole number: as it is, as text, or as its number of bits when it is absurdly large."""
    if value.bit_length() > MAX_BITS:
        return opaque(f"an int of {value.bit_length()} bits")
    return value if abs(value) < JSON_INTEGERS else {"int": str(value)}


def encode_key(key: Any) -> Node:
    """A dict key: plain ones as they are, all others as a short text."""
    if key is None or type(key) is bool or (type(key) is int and abs(key) < JSON_INTEGERS):
        return key
    return cut(key, MAX_NAME) if type(key) is str else short_text(key)


def short_text(value: Any) -> str:
    """What `str` says of a value, if it says anything."""
    try:
        return cut(str(value), 200)
    except Exception:
        return ""


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def decode_scalar(kind: str, content: Any) -> Any:
    """What is no container and has no form of its own in JSON."""
    match kind, content:
        case "float", "nan" | "inf" | "-inf":
            return float(content)
        case "int", str() if _INTEGER.fullmatch(content):
            value = int(content)
            if abs(value) >= JSON_INTEGERS and value.bit_length() <= MAX_BITS:
                return value
        case "ellipsis", True:
            return Ellipsis
        case "dtype", _:
            return decode_dtype(content)
        case "device", str() if _DEVICE.fullmatch(content):
            try:
                return torch.device(content)
            except RuntimeError:
                raise DecodeError("an unknown device") from None
    raise DecodeError("a value of an unknown kind")


def decode_text(value: Any, length: int) -> str:
    """A Unicode text of at most so many characters."""
    if not isinstance(value, str) or len(value) > length or not _is_unicode(value):
        raise DecodeError("something that is not a text, or too long a one")
    return value


def decode_key(node: Node) -> Any:
    """A dict key that `encode_key` can have written."""
    if isinstance(node, str):
        return decode_text(node, MAX_NAME)
    if node is None or (isinstance(node, int) and abs(node) < JSON_INTEGERS):
        return node
    raise DecodeError("a dict key is neither text nor a number")


def decode_dtype(name: Any) -> torch.dtype:
    """The dtype of a name, from a list: looking an untrusted name up in torch can import parts of it."""
    if not isinstance(name, str) or name not in _DTYPES:
        raise DecodeError("an unknown dtype")
    return _DTYPES[name]


def decode_device_type(name: Any) -> str:
    """Where a tensor was: "cpu", "cuda", and whatever else looks like the name of a device type."""
    if not isinstance(name, str) or not _DEVICE_TYPE.fullmatch(name):
        raise DecodeError("a tensor that is nowhere")
    return name
