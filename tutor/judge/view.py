"""Cuts values down to what a learner can look at: short texts, and windows of at most 64 x 64 numbers."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from tutor.observation import NamedTupleObservation, Opaque, ShapeObservation, TensorObservation
from tutor.report import Number, Slice, TensorView, View

WINDOW = 64
MOST_SLICES = 8
FURTHER_WINDOW = 24
"""For the slices after the first: together they hold no more numbers than one window of 64 x 64."""
MAX_TEXT = 400


def view_of(value: Any) -> View:
    """Any decoded observation as a short text, with numbers if it is a tensor."""
    if isinstance(value, TensorObservation):
        return View(text_of(value), _whole_window(value))
    return View(text_of(value))


def text_of(value: Any) -> str:
    """A value on one line, as Python would show it, cut to a readable length."""
    text = _text(value)
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + " …"


def _text(value: Any) -> str:
    match value:
        case TensorObservation():
            kind = "NumPy array" if value.is_array else "tensor"
            return f"{kind} of shape {shape_text(value.data.shape)}, {_dtype(value.data)}"
        case ShapeObservation():
            return f"tensor of shape {shape_text(value.shape)}, {_dtype(value)} on {value.device}"
        case NamedTupleObservation():
            return f"({', '.join(f'{n}={_text(v)}' for n, v in zip(value.fields, value.values, strict=True))})"
        case Opaque():
            return f"{value.type_name}: {value.text}" if value.text else value.type_name
        case float():
            return f"{value:.6g}" if math.isfinite(value) else str(value)
        case list():
            return f"[{', '.join(map(_text, value[:32]))}{', …' if len(value) > 32 else ''}]"
        case tuple():
            return f"({', '.join(map(_text, value))}{',' if len(value) == 1 else ''})"
        case dict():
            return "{" + ", ".join(f"{k!r}: {_text(v)}" for k, v in list(value.items())[:32]) + "}"
    return repr(value)


def shape_text(shape: tuple[int, ...]) -> str:
    return str(tuple(shape))


def _dtype(value: Tensor | ShapeObservation) -> str:
    return str(value.dtype).removeprefix("torch.")


def slices_of(expected: TensorObservation, yours: TensorObservation, wrong: Tensor) -> tuple[tuple[Slice, ...], int]:
    """The first slices with a difference, the same window of both tensors, and how many such slices there are."""
    if expected.data.is_complex():
        return (), 0
    indices = _differing_indices(wrong)
    shown = (
        _slice(expected, yours, wrong, index, FURTHER_WINDOW if place else WINDOW)
        for place, index in enumerate(indices[:MOST_SLICES])
    )
    return tuple(shown), len(indices) if wrong.dim() > 2 else 0


def _differing_indices(wrong: Tensor) -> list[tuple[int, ...]]:
    """The leading indices of every two-dimensional slice in which something is wrong."""
    if wrong.dim() <= 2:
        return [()]
    return [tuple(index) for index in wrong.flatten(-2).any(-1).nonzero().tolist()]


def _slice(
    expected: TensorObservation, yours: TensorObservation, wrong: Tensor, index: tuple[int, ...], limit: int
) -> Slice:
    """One slice of both tensors with its wrong entries marked, shrunk if it is larger than `limit`."""
    mine, theirs, mask = (_as_matrix(t[index]) for t in (expected.data, yours.data, wrong))
    block = (math.ceil(mine.shape[0] / limit) or 1, math.ceil(mine.shape[1] / limit) or 1)
    if block != (1, 1):
        picks = _worst_entries(mine, theirs, mask, block)
        mine, theirs, mask = (matrix.reshape(-1)[picks] for matrix in (mine, theirs, mask))
    marks = tuple("".join("x" if entry else "." for entry in row) for row in mask.tolist())
    shown = replace(_tensor_view(yours, theirs, index, block), wrong=marks)
    return Slice(_tensor_view(expected, mine, index, block), shown)


def _as_matrix(tensor: Tensor) -> Tensor:
    return tensor if tensor.dim() == 2 else tensor.reshape(1, -1)


def _worst_entries(mine: Tensor, theirs: Tensor, wrong: Tensor, block: tuple[int, int]) -> Tensor:
    """For each block, the flat position of its worst entry, so that one wrong cell stays visible."""
    rows, columns = mine.shape
    gap = (theirs.to(torch.float64) - mine.to(torch.float64)).abs().nan_to_num(nan=math.inf)
    gap = torch.where(wrong, gap + 1e-300, -1.0)
    height, width = math.ceil(rows / block[0]), math.ceil(columns / block[1])
    padded = torch.full((height * block[0], width * block[1]), -2.0, dtype=torch.float64)
    padded[:rows, :columns] = gap
    places = torch.zeros_like(padded, dtype=torch.int64)
    places[:rows, :columns] = torch.arange(rows * columns).reshape(rows, columns)
    tiles = padded.reshape(height, block[0], width, block[1]).permute(0, 2, 1, 3).reshape(height, width, -1)
    tile_places = places.reshape(height, block[0], width, block[1]).permute(0, 2, 1, 3).reshape(height, width, -1)
    return tile_places.gather(2, tiles.argmax(2, keepdim=True)).squeeze(2)


def _whole_window(observed: TensorObservation) -> TensorView | None:
    """The first slice of a small tensor; nothing for one too large to show whole."""
    data = observed.data
    index = (0,) * max(0, data.dim() - 2)
    if data.numel() == 0 or data.is_complex():
        return None
    matrix = _as_matrix(data[index])
    if matrix.shape[0] > WINDOW or matrix.shape[1] > WINDOW:
        return None
    return _tensor_view(observed, matrix, index, (1, 1))


def _tensor_view(
    observed: TensorObservation, matrix: Tensor, index: tuple[int, ...], block: tuple[int, int]
) -> TensorView:
    rows = tuple(tuple(_number(entry) for entry in row) for row in matrix.tolist())
    return TensorView(tuple(observed.data.shape), _dtype(observed.data), observed.device, rows, index, block)


def _number(value: float | int | bool) -> Number:
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else ("inf" if value > 0 else "-inf")
    return value
