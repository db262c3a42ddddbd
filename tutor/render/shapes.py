"""Two shapes dimension by dimension, under the names a lesson gives to its dimensions."""

from __future__ import annotations

import re

from tutor.report import Difference, View

_SHAPE = re.compile(r"shape \(([\d, ]*)\)")
_SIZES = re.compile(r"[(\[]([-\d, ]*)[)\]]")
"""A shape that a function returned, as a tuple or a list of its own."""

Shape = tuple[int, ...]


def shapes_of(difference: Difference) -> tuple[Shape, Shape] | None:
    """The expected shape and yours, where the difference is between two shapes."""
    expected, yours = (_shape(view, bool(difference.dims)) for view in (difference.expected, difference.yours))
    return None if expected is None or yours is None else (expected, yours)


def aligned_shapes(expected: Shape, yours: Shape, dims: tuple[str, ...] = ()) -> tuple[list[str], list[str], list[str]]:
    """Names and sizes in columns, from the right where one shape is longer; numbers where there are no names."""
    axes = max(len(expected), len(yours))
    names = [str(axis) if len(expected) == len(yours) else str(axis - axes) for axis in range(axes)]
    if dims and len(dims) <= axes:
        names = [""] * (axes - len(dims)) + list(dims)
    mine, theirs = ([""] * (axes - len(shape)) + [str(size) for size in shape] for shape in (expected, yours))
    return names, mine, theirs


def named_lines(difference: Difference) -> list[str]:
    """The shapes under the names of their dimensions, a "^" under each wrong one; nothing without names."""
    shapes = shapes_of(difference) if difference.dims else None
    if shapes is None:
        return []
    names, mine, theirs = aligned_shapes(*shapes, difference.dims)
    marks = ["" if one == other else "^" * max(1, len(other)) for one, other in zip(mine, theirs, strict=True)]
    rows = (("", names), ("expected", mine), ("yours", theirs), ("", marks))
    wide = [max(map(len, column)) for column in zip(names, mine, theirs, strict=True)]
    return [
        f"{label:<8}  {'  '.join(text.rjust(width) for text, width in zip(row, wide, strict=True))}".rstrip()
        for label, row in rows
    ]


def wrong_dimensions(difference: Difference) -> list[str]:
    """Each wrong size in a sentence: "columns: expected 15, yours 16."; nothing without names."""
    shapes = shapes_of(difference) if difference.dims else None
    if shapes is None or len(shapes[0]) != len(shapes[1]):
        return []
    columns = zip(*aligned_shapes(*shapes, difference.dims), strict=True)
    return [f"{name}: expected {mine}, yours {theirs}." for name, mine, theirs in columns if mine != theirs]


def _shape(view: View | None, may_be_returned: bool) -> Shape | None:
    if view is None:
        return None
    if view.tensor is not None:
        return view.tensor.shape
    match = _SHAPE.search(view.text) or (_SIZES.fullmatch(view.text) if may_be_returned else None)
    return tuple(int(size) for size in match[1].split(",") if size.strip()) if match else None
