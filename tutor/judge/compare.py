"""Compares what a hand-in did with what the reference did, and says in one line how they differ."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Tolerance
from tutor.judge.sentences import changed_inputs, first_that_differs, inside
from tutor.judge.traces import trace_of
from tutor.judge.view import shape_text, slices_of, text_of, view_of
from tutor.observation import MISSING, NamedTupleObservation, Opaque, ShapeObservation, TensorObservation
from tutor.report import Difference, DifferenceKind, View

TOLERANCES = {
    torch.float64: Tolerance(1e-9, 1e-10),
    torch.float32: Tolerance(1e-4, 1e-5),
    torch.float16: Tolerance(1e-2, 2e-3),
    torch.bfloat16: Tolerance(3e-2, 1e-2),
    torch.complex128: Tolerance(1e-9, 1e-10),
    torch.complex64: Tolerance(1e-4, 1e-5),
}
"""By dtype; every correct alternative of the course agrees within them."""
EXACT = Tolerance(0.0, 0.0)
PLAIN_NUMBER = Tolerance(1e-5, 1e-8)
SHORT_PAIR = 120
"""Up to this many characters together, both values fit into one sentence."""


def compare(name: str, expected: Any, yours: Any, tolerance: Tolerance | None = None) -> Difference | None:
    """The difference between two decoded observations of the same thing, or None when they agree."""
    if isinstance(yours, Opaque) and yours == MISSING and expected != MISSING:
        return _difference(name, "missing", f"There is no {name}.", expected, yours)
    if isinstance(expected, TensorObservation):
        return _compare_tensors(name, expected, yours, tolerance)
    if isinstance(expected, ShapeObservation):
        return _compare_shapes(name, expected, yours)
    if isinstance(expected, bool | str | Opaque | torch.dtype | torch.device | None):
        return _compare_plain(name, expected, yours)
    if isinstance(expected, int | float):
        return _compare_numbers(name, expected, yours, tolerance)
    if isinstance(expected, list | tuple):
        return _compare_sequences(name, expected, yours, tolerance)
    if isinstance(expected, NamedTupleObservation):
        return _compare_named(name, expected, yours, tolerance)
    if isinstance(expected, dict):
        return _compare_dicts(name, expected, yours, tolerance)
    return _compare_plain(name, expected, yours)


def agrees(expected: Any, yours: Any, tolerance: Tolerance | None = None) -> bool:
    """Whether `compare` would find no difference, without working out what it is between tensors of one shape."""
    match expected, yours:
        case TensorObservation(data=one), TensorObservation(data=other) if _look_alike(one, other):
            if not _are_close(one, other, tolerance or _tolerance(expected)):
                return False
    return compare("", expected, yours, tolerance) is None


def _look_alike(one: Tensor, other: Tensor) -> bool:
    return one.shape == other.shape and one.dtype == other.dtype


def _compare_tensors(
    name: str, expected: TensorObservation, yours: Any, tolerance: Tolerance | None
) -> Difference | None:
    if isinstance(yours, ShapeObservation):
        return _difference(name, "device", "It is not on the device of the inputs.", expected, yours)
    if not isinstance(yours, TensorObservation) or yours.is_array is not expected.is_array:
        return _difference(name, "type", f"It is {kind_of(yours)}; it should be {kind_of(expected)}.", expected, yours)
    if yours.subclass and not expected.subclass:
        summary = f"It is a {yours.subclass}; it should be a plain tensor."
        return _difference(name, "type", summary, expected, yours)
    mine, theirs = expected.data, yours.data
    if mine.shape != theirs.shape:
        summary = f"Its shape is {shape_text(theirs.shape)}; it should be {shape_text(mine.shape)}."
        return _difference(name, "shape", summary, expected, yours)
    if mine.dtype != theirs.dtype:
        summary = f"Its dtype is {_short(theirs.dtype)}; it should be {_short(mine.dtype)}."
        return _difference(name, "dtype", summary, expected, yours)
    if expected.device != yours.device:
        return _difference(name, "device", _device_summary(expected.device, yours.device), expected, yours)
    return _compare_values(name, expected, yours, tolerance or _tolerance(expected))


def _tolerance(expected: TensorObservation) -> Tolerance:
    tolerance = TOLERANCES.get(expected.data.dtype, EXACT)
    return Tolerance(tolerance.rtol * expected.slack, tolerance.atol * expected.slack)


def _compare_values(
    name: str, expected: TensorObservation, yours: TensorObservation, tolerance: Tolerance
) -> Difference | None:
    if _are_close(expected.data, yours.data, tolerance):
        return None
    wrong = ~_is_close(expected.data, yours.data, tolerance)
    count, total = int(wrong.sum()), wrong.numel()
    largest, where, has_size = _largest(expected.data, yours.data, wrong)
    place = f" at {list(where)}" if where else ""
    if not has_size:
        amount = f";{place + ' it' if total > 1 else ' it'} is {largest}"
    else:
        amount = f"; the largest difference is {largest}{place}" if total > 1 else f"; the difference is {largest}"
    values = f"{count} of {total} values differ" if total > 1 else "The value differs"
    slices, differing_slices = slices_of(expected, yours, wrong)
    first = slices[0] if slices else None
    return Difference(
        name=name,
        kind="values",
        summary=f"{values}{amount}.",
        expected=View(text_of(expected), first.expected if first else None),
        yours=View(text_of(yours), first.yours if first else None),
        differing=count,
        total=total,
        largest=largest,
        largest_at=where,
        differing_slices=differing_slices,
        further=slices[1:],
    )


def _are_close(expected: Tensor, yours: Tensor, tolerance: Tolerance) -> bool:
    if expected.dtype in TOLERANCES and torch.equal(expected, yours):  # which has no float8
        return True
    return bool(_is_close(expected, yours, tolerance).all())


def _is_close(expected: Tensor, yours: Tensor, tolerance: Tolerance) -> Tensor:
    if not (expected.is_floating_point() or expected.is_complex()):
        return expected == yours
    wide = torch.complex128 if expected.is_complex() else torch.float64
    return torch.isclose(yours.to(wide), expected.to(wide), tolerance.rtol, tolerance.atol, equal_nan=True)


def _largest(expected: Tensor, yours: Tensor, wrong: Tensor) -> tuple[str, tuple[int, ...], bool]:
    """The largest signed difference as text, where it is, and whether it has a size."""
    wide = torch.complex128 if expected.is_complex() else torch.float64
    gap = yours.to(wide) - expected.to(wide)
    size = gap.abs().nan_to_num(nan=math.inf, posinf=math.inf)
    flat = int(torch.where(wrong, size, -1.0).reshape(-1).argmax())
    where = tuple(int(i) for i in torch.unravel_index(torch.tensor(flat), expected.shape))
    value = gap.reshape(-1)[flat].item()
    if isinstance(value, complex):
        return f"{value:.3g}", where, True
    if expected.dtype is torch.bool or not math.isfinite(value):
        mine, theirs = (text_of(tensor.reshape(-1)[flat].item()) for tensor in (expected, yours))
        return f"{theirs} instead of {mine}", where, False
    return f"{value:+.3g}", where, True


def _compare_shapes(name: str, expected: ShapeObservation, yours: Any) -> Difference | None:
    if not isinstance(yours, ShapeObservation | TensorObservation):
        return _difference(name, "type", f"It is {kind_of(yours)}; it should be a tensor.", expected, yours)
    if isinstance(yours, TensorObservation):
        yours = ShapeObservation(tuple(yours.data.shape), yours.data.dtype, yours.device)
    if expected.device != yours.device:
        return _difference(name, "device", _device_summary(expected.device, yours.device), expected, yours)
    if expected.shape != yours.shape:
        summary = f"Its shape is {shape_text(yours.shape)}; it should be {shape_text(expected.shape)}."
        return _difference(name, "shape", summary, expected, yours)
    if expected.dtype != yours.dtype:
        summary = f"Its dtype is {_short(yours.dtype)}; it should be {_short(expected.dtype)}."
        return _difference(name, "dtype", summary, expected, yours)
    return None


def _compare_plain(name: str, expected: Any, yours: Any) -> Difference | None:
    if type(expected) is type(yours) and expected == yours:
        return None
    return _plain_difference(name, expected, yours)


def _plain_difference(name: str, expected: Any, yours: Any) -> Difference:
    summary = f"It is {text_of(yours)}; it should be {text_of(expected)}."
    trace = trace_of(expected, yours)
    if trace is not None and len(summary) > SHORT_PAIR:
        summary = first_that_differs(trace, are_events="," not in str(expected))
    return _difference(name, "values", summary, expected, yours)


def _compare_numbers(name: str, expected: float, yours: Any, tolerance: Tolerance | None) -> Difference | None:
    is_number = isinstance(yours, int | float) and not isinstance(yours, bool)
    if not is_number or (isinstance(expected, int) and not isinstance(yours, int)):
        summary = f"It is {kind_of(yours)}, {text_of(yours)}; it should be {kind_of(expected)}."
        return _difference(name, "type", summary, expected, yours)
    limit = tolerance or (EXACT if isinstance(expected, int) else PLAIN_NUMBER)
    if math.isnan(expected) and math.isnan(yours):
        return None
    if expected == yours or (
        math.isfinite(expected) and abs(yours - expected) <= limit.atol + limit.rtol * abs(expected)
    ):
        return None
    return _compare_plain(name, expected, yours)


def _compare_sequences(
    name: str, expected: list[Any] | tuple[Any, ...], yours: Any, tolerance: Tolerance | None
) -> Difference | None:
    if type(yours) is not type(expected):
        summary = f"It is {kind_of(yours)}; it should be {kind_of(expected)}."
        return _difference(name, "type", summary, expected, yours)
    if changed := changed_inputs(name, expected, yours):
        return Difference(name, "values", changed)
    if len(yours) != len(expected):
        summary = f"It has {len(yours)} entries; it should have {len(expected)}."
        if len(text_of(yours)) + len(text_of(expected)) < SHORT_PAIR:
            return _plain_difference(name, expected, yours)
        return _difference(name, "values", summary, expected, yours)
    for place, (mine, theirs) in enumerate(zip(expected, yours, strict=True)):
        if found := compare(f"{name}[{place}]", mine, theirs, tolerance):
            return found if _is_tensor(mine) else _difference(name, found.kind, inside(name, found), expected, yours)
    return None


def _compare_named(
    name: str, expected: NamedTupleObservation, yours: Any, tolerance: Tolerance | None
) -> Difference | None:
    if not isinstance(yours, NamedTupleObservation) or yours.fields != expected.fields:
        summary = f"It is {kind_of(yours)}; it should be a named tuple of {', '.join(expected.fields)}."
        return _difference(name, "type", summary, expected, yours)
    for field, mine, theirs in zip(expected.fields, expected.values, yours.values, strict=True):
        if found := compare(f"{name}.{field}", mine, theirs, tolerance):
            return found
    return None


def _compare_dicts(name: str, expected: dict[Any, Any], yours: Any, tolerance: Tolerance | None) -> Difference | None:
    if not isinstance(yours, dict):
        summary = f"It is {kind_of(yours)}; it should be a dict."
        return _difference(name, "type", summary, expected, yours)
    if [(type(key), key) for key in yours] != [(type(key), key) for key in expected]:  # True is 1, and no such key
        summary = f"Its keys are {text_of(list(yours))}; they should be {text_of(list(expected))}."
        return _difference(name, "values", summary, list(expected), list(yours))
    for key, mine in expected.items():
        if found := compare(f"{name}[{key!r}]", mine, yours[key], tolerance):
            return found
    return None


def _is_tensor(value: Any) -> bool:
    return isinstance(value, TensorObservation | ShapeObservation)


def _device_summary(expected: str, yours: str) -> str:
    return f"It is on {yours}; it should be on {expected}, where the inputs are."


def _difference(name: str, kind: DifferenceKind, summary: str, expected: Any, yours: Any) -> Difference:
    trace = trace_of(expected, yours) if kind == "values" else None
    return Difference(name, kind, summary, view_of(expected), view_of(yours), trace=trace)


def _short(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def kind_of(value: Any) -> str:
    """A value's kind as a learner calls it: "a tensor", "a float", "nothing (None)"."""
    match value:
        case None:
            return "nothing (None)"
        case bool():
            return "a bool"
        case int():
            return "an int"
        case float():
            return "a float"
        case str():
            return "a string"
        case list():
            return "a list"
        case tuple():
            return "a tuple"
        case dict():
            return "a dict"
        case TensorObservation(is_array=True):
            return "a NumPy array"
        case TensorObservation(subclass=name) if name.startswith("numpy."):
            return f"a {name}"
        case TensorObservation() | ShapeObservation():
            return "a tensor"
        case NamedTupleObservation():
            return "a named tuple"
        case Opaque(type_name=name):
            return name if " " in name else f"a {name}"
    return f"a {type(value).__name__}"
