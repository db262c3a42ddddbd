"""Two small tensors and their difference as aligned numbers, each too high, too low or equal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.render.text import pad
from tutor.render.wording import NUMBERS_IN_WORDS, counted, in_words
from tutor.report import Difference, Number, TensorView

LARGEST_SHOWN = 8
"""Rows and columns; more numbers than that are not read, so the summary has to do."""
HIGH, LOW, EQUAL, UNLIKE = "▲", "▼", "·", "≠"
_NOT_FINITE_TOLD = 2
# Relative and absolute. A report does not carry the tolerance of each check; rounding should not look like a mistake.
_NOISE = {"float64": (1e-9, 1e-10), "float32": (1e-4, 1e-5), "float16": (1e-2, 2e-3), "bfloat16": (3e-2, 1e-2)}
Noise = tuple[float, float]


@dataclass(frozen=True)
class Entry:
    """One place of a tensor where two values are compared."""

    index: tuple[int, ...]
    expected: str
    yours: str
    sign: str
    """HIGH, LOW, EQUAL, or UNLIKE where there is nothing to subtract."""
    by: float = 0.0


def is_comparable(difference: Difference) -> bool:
    """Whether both sides are here number for number, in the same window."""
    expected, yours = _tensors(difference)
    if expected is None or yours is None or not expected.rows:
        return False
    windows = [(t.index, t.block, len(t.rows), {len(row) for row in t.rows}) for t in (expected, yours)]
    return windows[0] == windows[1] and expected.block == (1, 1)


def entries(difference: Difference) -> list[list[Entry]]:
    """Row by row what is expected and what is there; the two must be comparable."""
    expected, yours = _tensors(difference)
    assert expected is not None and yours is not None
    noise = _NOISE.get(yours.dtype, (0.0, 0.0))
    digits = _digits(expected, yours, noise)
    return [
        [
            _entry(e, y, expected.place(i, j), digits, noise, yours.is_wrong(i, j))
            for j, (e, y) in enumerate(zip(*rows, strict=True))
        ]
        for i, rows in enumerate(zip(expected.rows, yours.rows, strict=True))
    ]


def panels(difference: Difference, width: int) -> list[str]:
    """Expected, yours and difference side by side, or below each other where it is narrow; nothing if too large."""
    if not is_comparable(difference):
        return []
    rows = entries(difference)
    if len(rows) > LARGEST_SHOWN or len(rows[0]) > LARGEST_SHOWN or not rows[0]:
        return []
    blocks = [
        _panel("expected", [[entry.expected for entry in row] for row in rows]),
        _panel("yours", [[entry.yours for entry in row] for row in rows]),
        _panel("difference", [[_difference(entry) for entry in row] for row in rows]),
    ]
    widths = [max(map(len, block)) for block in blocks]
    if sum(widths) + 6 <= width:
        together = zip(*blocks, strict=True)
        return ["   ".join(pad(t, w) for t, w in zip(line, widths, strict=True)).rstrip() for line in together]
    return [line.rstrip() for block in blocks if max(map(len, block)) <= width for line in block]


def window(difference: Difference) -> str:
    """Which part of a larger tensor is shown: "[2, :, :]"; empty when it is all of it."""
    expected, _ = _tensors(difference)
    if expected is None or not expected.index:
        return ""
    rest = [":"] * (len(expected.shape) - len(expected.index))
    return f"[{', '.join([*map(str, expected.index), *rest])}]"


def more_slices(difference: Difference) -> str:
    """How much of a larger tensor differs besides what is shown."""
    more = difference.differing_slices - 1
    return f"{counted(more, 'more slice differs', 'more slices differ')}." if more > 0 else ""


def not_finite(difference: Difference) -> list[str]:
    """The first wrong entries that are nan or infinite, or should be, in words."""
    wrong = [entry for row in entries(difference) for entry in row if entry.sign != EQUAL]
    odd = [entry for entry in wrong if {entry.expected, entry.yours} & set(NUMBERS_IN_WORDS)]
    return [_not_finite_sentence(entry) for entry in odd[:_NOT_FINITE_TOLD]]


def _not_finite_sentence(entry: Entry) -> str:
    place = f"At {list(entry.index)}: " if entry.index else ""
    return f"{place}{in_words(entry.yours)} instead of {in_words(entry.expected)}."


def _tensors(difference: Difference) -> tuple[TensorView | None, TensorView | None]:
    expected, yours = difference.expected, difference.yours
    return expected.tensor if expected else None, yours.tensor if yours else None


def _panel(heading: str, cells: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(cell.rjust(w) for cell, w in zip(row, widths, strict=True)) for row in cells]
    return [heading, *lines]


def _difference(entry: Entry) -> str:
    return f"{entry.sign} {entry.by:+.2g}" if entry.sign in (HIGH, LOW) else entry.sign


def _entry(
    expected: Number, yours: Number, index: tuple[int, ...], digits: int, noise: Noise, is_wrong: bool | None
) -> Entry:
    """What the judge marked counts; where a report has no marks, what is more than noise."""
    texts = _number(expected, digits), _number(yours, digits)
    if not is_wrong if is_wrong is not None else _same(expected, yours, noise):
        return Entry(index, *texts, EQUAL)
    e, y = _real(expected), _real(yours)
    if e is None or y is None or isinstance(expected, bool) or isinstance(yours, bool):
        return Entry(index, *texts, UNLIKE)
    return Entry(index, *texts, HIGH if y > e else LOW, y - e)


def _same(expected: Number, yours: Number, noise: Noise) -> bool:
    if expected == yours:
        return True
    if isinstance(expected, float) and isinstance(yours, float):
        return abs(expected - yours) <= noise[1] + noise[0] * abs(expected)
    return False


def _real(number: Number) -> float | None:
    """A number to subtract; nan is none, and infinities are only higher or lower."""
    try:
        value = float(number)
    except (ValueError, OverflowError):
        return None
    return None if math.isnan(value) else value


def _digits(expected: TensorView, yours: TensorView, noise: Noise) -> int:
    """As few significant digits as tell all differing pairs apart."""
    unequal = [(e, y) for e, y in _pairs(expected, yours) if e != y and not _same(e, y, noise)]
    return next((d for d in (4, 6, 9) if all(_number(e, d) != _number(y, d) for e, y in unequal)), 17)


def _pairs(expected: TensorView, yours: TensorView) -> Iterator[tuple[Number, Number]]:
    for rows in zip(expected.rows, yours.rows, strict=True):
        yield from zip(*rows, strict=True)


def _number(number: Number, digits: int) -> str:
    if isinstance(number, float):
        return f"{number:.{digits}g}"
    return str(number)[:24]
