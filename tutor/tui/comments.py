"""Commenting lines of Python in and out, as most editors do it."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from dataclasses import dataclass

MARK = "# "


@dataclass(frozen=True)
class LineChange:
    """How one line changes: `removed` characters go at `column`, and `added` comes there instead."""

    column: int
    removed: int = 0
    added: str = ""

    def apply(self, line: str) -> str:
        return line[: self.column] + self.added + line[self.column + self.removed :]

    def moved(self, column: int) -> int:
        """Where a cursor in `column` is after the change."""
        if column < self.column:
            return column
        return max(self.column, column - self.removed) + len(self.added)


def toggle_comment(lines: Sequence[str]) -> list[LineChange]:
    """What to do to each line: all comments go when every line is one, else every line becomes one."""
    written = [line for line in lines if line.strip()]
    if written and all(line.lstrip().startswith("#") for line in written):
        return [_uncommented(line) for line in lines]
    indents = [_indent(line) for line in written or lines]
    column = len(os.path.commonprefix(indents))  # noqa: RUF071  # character by character is what is wanted here
    skipped = LineChange(0)
    return [LineChange(column, added=MARK) if line.strip() or not written else skipped for line in lines]


def _uncommented(line: str) -> LineChange:
    column = len(_indent(line))
    mark = MARK if line.startswith(MARK, column) else line[column : column + 1]
    return LineChange(column, removed=len(mark))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
