"""What a hand-in did beside what was expected, cut down for showing: the part of a report that is looked at longest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Number = float | int | bool | str
"""A tensor entry as JSON: nan and the infinities travel as the strings "nan", "inf" and "-inf"."""


@dataclass(frozen=True)
class TensorView:
    """One small two-dimensional window of a tensor, cut for showing."""

    shape: tuple[int, ...]
    dtype: str
    """Without the `torch.` in front: "float64"."""
    device: str
    rows: tuple[tuple[Number, ...], ...]
    """At most 64 x 64; a scalar is one row of one entry, a vector one row."""
    index: tuple[int, ...] = ()
    """The leading indices of the window in a tensor of more than two dimensions."""
    block: tuple[int, int] = (1, 1)
    """How many entries each shown entry stands for (the largest difference in its block is shown)."""
    wrong: tuple[str, ...] = ()
    """Of yours, a row of the window in each string: "x" where the entry is wrong, "." where it is right.

    Empty in what is expected, and in older reports.
    """

    def place(self, row: int, column: int) -> tuple[int, ...]:
        """The indices of a shown entry in the whole tensor, or of the first entry of its block."""
        inner = (row * self.block[0], column * self.block[1])
        return (*self.index, *inner[2 - min(2, len(self.shape) - len(self.index)) :])

    def is_wrong(self, row: int, column: int) -> bool | None:
        """Whether the judge found a shown entry wrong; None where the report does not say."""
        if row >= len(self.wrong) or column >= len(self.wrong[row]):
            return None
        return self.wrong[row][column] == "x"


@dataclass(frozen=True)
class Slice:
    """One two-dimensional slice of two larger tensors, in which they differ."""

    expected: TensorView
    yours: TensorView


@dataclass(frozen=True)
class Event:
    """One step of a trace."""

    text: str
    rank: int | None = None
    """The process that made the step, where there are several."""


@dataclass(frozen=True)
class Trace:
    """What happened in which order, expected and yours; each is cut to its first events."""

    expected: tuple[Event, ...]
    yours: tuple[Event, ...]
    is_cut: bool = False


@dataclass(frozen=True)
class View:
    """A value as a learner reads it: a short text, and the numbers when it is a tensor."""

    text: str
    tensor: TensorView | None = None


DifferenceKind = Literal["values", "shape", "dtype", "device", "type", "raised", "missing", "trace"]


@dataclass(frozen=True)
class Difference:
    """One observation on which the hand-in and the reference disagree."""

    name: str
    """What was observed, as a phrase: "loss", "gradient of pred", "output shape"."""
    kind: DifferenceKind
    summary: str
    """One line about the value: "12 of 16 values differ; the largest difference is +0.22 at [0, 3]."."""
    expected: View | None = None
    yours: View | None = None
    differing: int = 0
    total: int = 0
    largest: float | str | None = None
    largest_at: tuple[int, ...] = ()
    differing_slices: int = 0
    """How many two-dimensional slices of a larger tensor differ, whether or not they are here."""
    further: tuple[Slice, ...] = ()
    """More of the slices that differ, after the one in `expected` and `yours`; the larger ones are shrunk."""
    trace: Trace | None = None
    """Both values as a series of events, where they are one."""
    dims: tuple[str, ...] = ()
    """What the dimensions of the shape are called: ("batch", "channels", "rows", "columns")."""
