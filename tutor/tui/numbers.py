"""Numbers of two tensors as short texts that show where they differ, and which entries those are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tutor.report import Difference, Number, TensorView

_WORTH_MARKING = 1e-3
"""Of the largest difference: below it, an entry of a cut-out window counts as noise."""


@dataclass(frozen=True)
class Cell:
    """One entry of the window, in both tensors."""

    expected: Number
    yours: Number
    is_wrong: bool
    place: tuple[int, ...] | None = None
    """Its indices in the whole tensor, where the report tells them."""

    @property
    def gap(self) -> float | None:
        """Yours − expected; None where one of them is not finite or not a number."""
        mine, theirs = finite(self.expected), finite(self.yours)
        return None if mine is None or theirs is None else theirs - mine

    @property
    def is_finite(self) -> bool:
        return finite(self.expected) is not None and finite(self.yours) is not None


def finite(value: Number) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def cells_of(difference: Difference, expected: TensorView, yours: TensorView) -> list[list[Cell]]:
    """The window entry by entry, the wrong ones as the judge marked them."""
    pairs = [list(zip(mine, theirs, strict=False)) for mine, theirs in zip(expected.rows, yours.rows, strict=False)]
    if not yours.wrong:
        return _guessed(difference, pairs)
    return [
        [Cell(mine, theirs, bool(yours.is_wrong(i, j)), yours.place(i, j)) for j, (mine, theirs) in enumerate(row)]
        for i, row in enumerate(pairs)
    ]


def _guessed(difference: Difference, pairs: list[list[tuple[Number, Number]]]) -> list[list[Cell]]:
    """For reports without marks: as many entries as the grader counted are wrong, those that are furthest off."""
    sizes = sorted((_size(*pair) for row in pairs for pair in row), reverse=True)
    shows_all = len(sizes) == difference.total
    if not sizes or sizes[0] == 0:
        limit = math.inf
    elif shows_all and 0 < difference.differing <= len(sizes):
        limit = sizes[difference.differing - 1] or math.ulp(0.0)
    else:
        finite_sizes = [size for size in sizes if math.isfinite(size)]
        limit = max(_WORTH_MARKING * (finite_sizes[0] if finite_sizes else 0.0), math.ulp(0.0))
    return [[Cell(mine, theirs, _size(mine, theirs) >= limit) for mine, theirs in row] for row in pairs]


def _size(expected: Number, yours: Number) -> float:
    """How far apart two entries are; infinitely, if one is nan or infinite and the other is not the same."""
    if expected == yours:
        return 0.0
    mine, theirs = finite(expected), finite(yours)
    return math.inf if mine is None or theirs is None else abs(theirs - mine)


def texts_of(cells: list[list[Cell]]) -> tuple[list[list[str]], list[list[str]]]:
    """All entries in one notation, with as many digits as it takes to see that the wrong ones differ."""
    flat = [cell for row in cells for cell in row]
    notation = next((n for n in _notations(flat) if _tells_apart(flat, n)), ".9g")
    expected = [[text_of(cell.expected, notation) for cell in row] for row in cells]
    yours = [[text_of(cell.yours, notation) for cell in row] for row in cells]
    return expected, yours


def _notations(cells: list[Cell]) -> list[str]:
    sizes = [abs(v) for c in cells for v in (finite(c.expected), finite(c.yours)) if v]
    fits = not sizes or (max(sizes) < 1e5 and max(sizes) >= 1e-2)
    return [*([".2f", ".3f", ".4f", ".5f", ".6f"] if fits else []), ".3g", ".5g", ".7g"]


def _tells_apart(cells: list[Cell], notation: str) -> bool:
    wrong = (cell for cell in cells if cell.is_wrong)
    return all(text_of(cell.expected, notation) != text_of(cell.yours, notation) for cell in wrong)


def text_of(value: Number, notation: str = ".4g") -> str:
    if isinstance(value, bool | str | int):
        return str(value)
    text = format(value, notation)
    return text.lstrip("-") if text.startswith("-") and not text.strip("-0.") else text
