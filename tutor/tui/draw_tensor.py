"""Two tensors side by side: small ones as numbers, larger ones as heat maps, with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from tutor.report import Difference
from tutor.tui import heat
from tutor.tui.draw_glyphs import draw_glyphs, mark_of
from tutor.tui.draw_slices import draw_notes, slice_of
from tutor.tui.numbers import Cell, cells_of, finite, texts_of
from tutor.tui.page import Page, padded
from tutor.tui.wording import say

LARGEST_WITH_NUMBERS = 8
_GAP = 3
_INDENT = 2


@dataclass(frozen=True)
class Panel:
    """One drawn matrix under its name; every row is `width` cells wide."""

    title: str
    rows: tuple[Content, ...]
    width: int


def draw_tensors(page: Page, difference: Difference, view: int, number: int = 0) -> bool:
    """Draw as many of expected, yours and difference as fit; True if another `view` would show more.

    `number` says which of the slices that differ, counted from 0.
    """
    difference = slice_of(difference, number)
    expected, yours = difference.expected, difference.yours
    if not (expected and yours and expected.tensor and yours.tensor):
        return False
    cells = cells_of(difference, expected.tensor, yours.tensor)
    if not cells or not cells[0]:
        return False
    room = page.width - _INDENT
    if not page.shades and max(len(cells), len(cells[0])) > LARGEST_WITH_NUMBERS:
        draw_glyphs(page, _shrunk(cells, room))
        draw_notes(page, difference, cells, number)
        return False
    panels = _panels(cells, room)
    count = max(1, min(3, (room + _GAP) // (panels[0].width + _GAP)))
    shown = _choice(panels, count, view)
    for line in _beside(shown):
        page.line(" " * _INDENT, line)
    draw_notes(page, difference, cells, number)
    return count < len(panels)


def _panels(cells: list[list[Cell]], room: int) -> list[Panel]:
    """Expected, yours and difference: as numbers if they are few and one panel fits."""
    if len(cells) <= LARGEST_WITH_NUMBERS and len(cells[0]) <= LARGEST_WITH_NUMBERS:
        panels = _number_panels(cells)
        if panels[0].width <= room:
            return panels
    return _heat_panels(_shrunk(cells, room))


def _choice(panels: list[Panel], count: int, view: int) -> list[Panel]:
    expected, yours, difference = panels
    if count == 3:
        return panels
    if count == 2:
        return ([expected, yours], [yours, difference])[view % 2]
    return [(yours, expected, difference)[view % 3]]


def _beside(panels: list[Panel]) -> list[Content]:
    gap = Content(" " * _GAP)
    titles = gap.join(Content.styled(_centred(panel.title, panel.width), "bold $foreground 60%") for panel in panels)
    rows = zip(*(panel.rows for panel in panels), strict=True)
    return [titles, *(gap.join(row) for row in rows)]


def _centred(title: str, width: int) -> str:
    """As str.center, in cells."""
    room = width - cell_len(title)
    left = room // 2 + (room & width & 1)
    return padded(" " * left + title, width)


def _number_panels(cells: list[list[Cell]]) -> list[Panel]:
    expected, yours = texts_of(cells)
    gaps = [[_gap_text(cell) for cell in row] for row in cells]
    low, high = _range(cells)
    cell_width = 1 + max(
        max(len(text) for rows in (expected, yours) for row in rows for text in row) + 1,
        max(len(text) for row in gaps for text in row),
        *(-(-cell_len(title) // len(cells[0])) - 1 for title in (say.expected, say.yours, say.difference)),
    )
    plain = [[_plain_style(cell.expected, low, high) for cell in row] for row in cells]
    mine = [[_yours_style(cell, low, high) for cell in row] for row in cells]
    off = [[_gap_style(cell) for cell in row] for row in cells]
    marks = [[mark_of(cell) or " " for cell in row] for row in cells]
    blank = [[" " for _ in row] for row in cells]
    return [
        _panel(say.expected, expected, blank, plain, cell_width),
        _panel(say.yours, yours, marks, mine, cell_width),
        _panel(say.difference, gaps, blank, off, cell_width),
    ]


def _panel(
    title: str, texts: list[list[str]], marks: list[list[str]], styles: list[list[str]], cell_width: int
) -> Panel:
    rows = tuple(
        Content.assemble(*((t.rjust(cell_width - 1) + m, s) for t, m, s in zip(*columns, strict=True)))
        for columns in zip(texts, marks, styles, strict=True)
    )
    return Panel(title, rows, cell_width * len(texts[0]))


def _gap_text(cell: Cell) -> str:
    if not cell.is_wrong:
        return "·"
    if cell.gap is None or isinstance(cell.expected, bool):
        return "≠"
    digits = ".2f" if 0.005 <= abs(cell.gap) < 1e5 else ".1e"
    return f"{cell.gap:+d}" if isinstance(cell.gap, int) else format(cell.gap, f"+{digits}")


def _plain_style(value: object, low: float, high: float) -> str:
    return heat.tile(heat.value_colour(finite(value) if isinstance(value, int | float) else None, low, high))


def _yours_style(cell: Cell, low: float, high: float) -> str:
    return _wrong_style(cell) if cell.is_wrong else _plain_style(cell.yours, low, high)


def _gap_style(cell: Cell) -> str:
    return _wrong_style(cell) if cell.is_wrong else "$foreground 60% on $panel"


def _wrong_style(cell: Cell) -> str:
    if cell.gap is None or isinstance(cell.expected, bool):
        return heat.OTHER
    return heat.HIGHER if cell.gap > 0 else heat.LOWER


def _range(cells: list[list[Cell]]) -> tuple[float, float]:
    values = [value for row in cells for cell in row if (value := finite(cell.expected)) is not None]
    return (min(values), max(values)) if values else (0.0, 0.0)


def _shrunk(cells: list[list[Cell]], room: int) -> list[list[Cell]]:
    """The window with at most `room` columns; each block of entries is stood for by its worst."""
    step = -(-len(cells[0]) // max(1, room))
    if step == 1:
        return cells
    blocks = range(0, len(cells[0]), step)
    return [[_worst(row[start : start + step]) for start in blocks] for row in cells]


def _worst(cells: list[Cell]) -> Cell:
    return max(cells, key=lambda cell: (cell.is_wrong, cell.gap is None, abs(cell.gap or 0.0)))


def _heat_panels(cells: list[list[Cell]]) -> list[Panel]:
    low, high = _range(cells)
    largest = max((abs(cell.gap or 0.0) for row in cells for cell in row if cell.is_wrong), default=0.0)
    expected = [[heat.value_colour(finite(cell.expected), low, high) for cell in row] for row in cells]
    yours = [[heat.value_colour(finite(cell.yours), low, high) for cell in row] for row in cells]
    gaps = [[heat.difference_colour(cell.gap if cell.is_wrong else 0.0, largest) for cell in row] for row in cells]
    titled = ((say.expected, expected), (say.yours, yours), (say.difference, gaps))
    return [_heat_panel(title, colours) for title, colours in titled]


def _heat_panel(title: str, colours: list[list[heat.Colour]]) -> Panel:
    """Two rows of the tensor in each line of text, as the halves of a block."""
    rows = []
    width = max(len(colours[0]), cell_len(title))
    for place in range(0, len(colours), 2):
        upper, lower = colours[place], colours[place + 1] if place + 1 < len(colours) else None
        styles = [heat.rgb(a) + (f" on {heat.rgb(lower[i])}" if lower else "") for i, a in enumerate(upper)]
        rows.append(Content.assemble(*(("▀", style) for style in styles), " " * (width - len(upper))))
    return Panel(title, tuple(rows), width)
