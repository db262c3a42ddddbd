"""Frozen dataclasses to JSON values and back, checked field by field.

Reports cross processes and are kept in files, so what is read back is verified against the dataclasses' own types.
"""

from __future__ import annotations

import binascii
import math
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tutor.report import SCHEMA, Report

REPORTS_SCHEMA = "tutor/reports/v1"
"""Several reports in one document."""

T = TypeVar("T")
Decode = Callable[[Any, str], Any]
"""Turns a JSON value into a typed one; the second argument is where it stands, for the error."""


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as JSON values, with its schema first and the sums of its points for readers that only want those."""
    values = to_dict(report)
    return {"schema": values.pop("schema"), "score": report.score, "max_score": report.max_score, **values}


def report_from_dict(data: Any) -> Report:
    """The report that `report_to_dict` wrote; raises ValueError naming the first field that is wrong."""
    if not isinstance(data, dict):
        raise _wrong("report", "an object", data)
    schema = data.get("schema")
    if schema != SCHEMA:
        raise ValueError(f"schema: this tutor reads {SCHEMA!r}, not {_quote(schema)}")
    values = dict(data)
    sums = {name: values.pop(name) for name in ("score", "max_score") if name in values}
    report = from_dict(Report, values)
    for name, stated in sums.items():
        if stated != getattr(report, name):
            raise ValueError(f"{name}: {_quote(stated)} is not the sum over the checks, {getattr(report, name)}")
    return report


def to_dict(value: Any) -> Any:
    """Any of our frozen dataclasses as JSON values: tuples become lists, bytes base64, nan and inf strings."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [to_dict(entry) for entry in value]
    if isinstance(value, dict):
        return {key: to_dict(entry) for key, entry in value.items()}
    if isinstance(value, bytes):
        return binascii.b2a_base64(value, newline=False).decode("ascii")
    if is_dataclass(value):
        return {field.name: to_dict(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no form in JSON here")


def from_dict(cls: type[T], data: Any) -> T:
    """The dataclass `cls` that `to_dict` wrote; raises ValueError naming the first field that is wrong."""
    hint: Any = cls
    decoded: T = _decoder(hint)(data, "")
    return decoded


def _quote(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _wrong(where: str, wanted: str, value: Any) -> ValueError:
    return ValueError(f"{where or 'value'}: expected {wanted}, got {_quote(value)}")


@cache
def _decoder(hint: Any) -> Decode:
    """A function that accepts exactly the JSON form of `hint`."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is Literal:
        return _one_of({value: value for value in arguments})
    if origin is tuple:
        return _list(arguments[0]) if arguments[1:] == (Ellipsis,) else _fixed_list(arguments)
    if origin is dict:
        return _mapping(arguments[1])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of({member.value: member for member in hint})
    if is_dataclass(hint):
        return _record(hint)
    return _bytes if hint is bytes else _scalars((hint,))


def _scalars(hints: tuple[Any, ...]) -> Decode:
    """Plain JSON values; a whole number is a good float, but True is no number unless a bool may stand there."""
    names = {NoneType: "null", bool: "true or false", int: "a whole number", float: "a finite number", str: "a string"}
    wanted = " or ".join(names[hint] for hint in hints)
    accepted = {*hints, int} if float in hints else set(hints)
    only_float = accepted == {float, int} and int not in hints

    def decode(value: Any, where: str) -> Any:
        if type(value) not in accepted or (type(value) is float and not math.isfinite(value)):
            raise _wrong(where, wanted, value)
        return float(value) if only_float else value

    return decode


def _union(arguments: tuple[Any, ...]) -> Decode:
    """Several scalars, or one richer type or null: all that the dataclasses use."""
    if set(arguments) <= {NoneType, bool, int, float, str}:
        return _scalars(arguments)
    (inner,) = (argument for argument in arguments if argument is not NoneType)
    decode_inner = _decoder(inner)
    return lambda value, where: None if value is None else decode_inner(value, where)


def _one_of(known: dict[Any, Any]) -> Decode:
    wanted = "one of " + ", ".join(str(value) for value in known)

    def decode(value: Any, where: str) -> Any:
        if not isinstance(value, str) or value not in known:
            raise _wrong(where, wanted, value)
        return known[value]

    return decode


def _list(entry: Any) -> Decode:
    decode_entry = _decoder(entry)

    def decode(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _wrong(where, "a list", value)
        return tuple(decode_entry(item, f"{where}[{n}]") for n, item in enumerate(value))

    return decode


def _fixed_list(entries: tuple[Any, ...]) -> Decode:
    decoders = [_decoder(entry) for entry in entries]

    def decode(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(decoders):
            raise _wrong(where, f"a list of {len(decoders)}", value)
        return tuple(d(item, f"{where}[{n}]") for n, (d, item) in enumerate(zip(decoders, value, strict=True)))

    return decode


def _mapping(entry: Any) -> Decode:
    decode_entry = _decoder(entry)

    def decode(value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise _wrong(where, "an object", value)
        return {key: decode_entry(item, f"{where}[{key!r}]") for key, item in value.items()}

    return decode


def _bytes(value: Any, where: str) -> bytes:
    try:
        return binascii.a2b_base64(value, strict_mode=True)
    except (TypeError, ValueError):
        raise _wrong(where, "base64 text", value) from None


def _record(cls: Any) -> Decode:
    hints = get_type_hints(cls)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(cls)}
    required = [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]

    def decode(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(where, "an object", value)
        prefix = f"{where}." if where else ""
        for name in required:
            if name not in value:
                raise ValueError(f"{prefix}{name}: missing")
        for name in value:
            if name not in decoders:
                raise ValueError(f"{prefix}{_quote(name).strip(chr(39))}: {cls.__name__} has no such field")
        return cls(**{name: decoders[name](item, prefix + name) for name, item in value.items()})

    return decode
