"""Tensors as safetensors bytes: which ones travel, and reading them from a side that may lie.

The header is checked entry by entry before safetensors or torch see the bytes: a header of a million tiny tensors, or
of one tensor with a million dimensions, costs far more to build than to send.
"""

from __future__ import annotations

import math
import struct
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from tutor.plain_values import DecodeError
from tutor.wire import WireError, read_json

MAX_TENSORS = 1000
MAX_DIMENSIONS = 64
MAX_HEADER = 256 << 10
"""Bytes; a thousand tensors of ordinary shapes need a third of it."""
MAX_SIZE = 1 << 48
"""Of one dimension, also where another is 0 and nothing is there."""
DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F8_E4M3": torch.float8_e4m3fn,
    "F8_E5M2": torch.float8_e5m2,
    "F8_E4M3FNUZ": torch.float8_e4m3fnuz,
    "F8_E5M2FNUZ": torch.float8_e5m2fnuz,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U64": torch.uint64,
    "U32": torch.uint32,
    "U16": torch.uint16,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
"""Those that have a name in safetensors and that torch can compare and print; complex ones travel as real pairs."""
_PLAIN = frozenset(DTYPES.values())
_COMPLEX = {torch.complex64, torch.complex128}
_LENGTH = struct.Struct("<Q")


def why_it_stays(tensor: Tensor) -> str:
    """What a tensor is called whose values cannot be sent; empty for all others."""
    if tensor.layout is not torch.strided or tensor.is_quantized or tensor.is_nested:
        return f"a tensor with layout {'nested' if tensor.is_nested else tensor.layout}"
    if tensor.dtype not in _PLAIN and tensor.dtype not in _COMPLEX:
        return f"a tensor of dtype {str(tensor.dtype).removeprefix('torch.')}"
    return "a tensor of too many dimensions" if tensor.dim() > MAX_DIMENSIONS else ""


def save_tensors(tensors: dict[str, Tensor]) -> bytes:
    """The tensors of one message as bytes; none at all are no bytes."""
    return safetensors.torch.save(tensors) if tensors else b""


def load_tensors(raw: bytes) -> dict[str, Tensor]:
    """The tensors of one message by name; raises DecodeError."""
    try:
        return safetensors.torch.load(raw) if raw else {}
    except (SafetensorError, RuntimeError, ValueError, LookupError, AssertionError) as error:
        raise DecodeError(f"the tensors are malformed: {type(error).__name__}") from error


def load_untrusted_tensors(raw: bytes) -> dict[str, Tensor]:
    """Like `load_tensors`, from a side that may lie; raises DecodeError before anything large is built."""
    for entry in _read_header(raw).values():
        _check_entry(entry)
    return {name: _with_true_bools(tensor) for name, tensor in load_tensors(raw).items()}


def _read_header(raw: bytes) -> dict[str, Any]:
    if not raw:
        return {}
    if len(raw) < _LENGTH.size or _LENGTH.unpack_from(raw)[0] > MAX_HEADER:
        raise DecodeError("the list of tensors is too long, or cut")
    (size,) = _LENGTH.unpack_from(raw)
    try:
        header = read_json(raw[_LENGTH.size : _LENGTH.size + size])
    except WireError as error:
        raise DecodeError("the list of tensors is malformed") from error
    if len(header) > MAX_TENSORS:
        raise DecodeError("there are too many tensors")
    return header


def _check_entry(entry: Any) -> None:
    """One tensor as the header describes it; that its bytes are where it says, safetensors checks."""
    if not isinstance(entry, dict) or entry.keys() != {"dtype", "shape", "data_offsets"}:
        raise DecodeError("a tensor is not described by dtype, shape and offsets")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not isinstance(entry["dtype"], str) or entry["dtype"] not in DTYPES:
        raise DecodeError("a tensor has a dtype that does not travel")
    if not is_shape(shape) or not isinstance(offsets, list) or not all(type(place) is int for place in offsets):
        raise DecodeError("a tensor has no proper shape or place")
    if len(offsets) != 2 or offsets[1] - offsets[0] != math.prod(shape) * DTYPES[entry["dtype"]].itemsize:
        raise DecodeError("a tensor has more or fewer bytes than its shape needs")


def is_shape(value: Any) -> bool:
    """Whether a JSON value is the shape of a tensor that may travel."""
    is_list = isinstance(value, list) and len(value) <= MAX_DIMENSIONS
    return is_list and all(type(size) is int and 0 <= size < MAX_SIZE for size in value)


def _with_true_bools(tensor: Tensor) -> Tensor:
    """A bool is one byte, and a byte of 2 would be neither true nor false."""
    return tensor.view(torch.uint8) != 0 if tensor.dtype is torch.bool else tensor
