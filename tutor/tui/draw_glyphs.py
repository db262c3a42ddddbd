"""A large difference where shades cannot be told apart: a sign for each entry, and the worst ones as numbers."""

from __future__ import annotations

from tutor.tui.numbers import Cell, text_of
from tutor.tui.page import MUTED, Page
from tutor.tui.wording import say

_NUMBERS_TOLD = 3


def draw_glyphs(page: Page, cells: list[list[Cell]]) -> None:
    """Which entries are too high, too low or right, and how far off the worst ones are."""
    page.line((f"  {say.difference}", f"bold {MUTED}"))
    for row in cells:
        page.line("  ", "".join(mark_of(cell) or "·" for cell in row))
    page.paragraph(say.glyphs, style=MUTED)
    wrong = [cell for row in cells for cell in row if cell.is_wrong and cell.place is not None and cell.is_finite]
    wrong.sort(key=lambda cell: -abs(cell.gap or 0.0))
    for cell in wrong[:_NUMBERS_TOLD]:
        page.paragraph(say.instead(cell.place or (), text_of(cell.yours), text_of(cell.expected)), style=MUTED)


def mark_of(cell: Cell) -> str:
    """Which way an entry is wrong; nothing for one that is right."""
    if not cell.is_wrong:
        return ""
    return "≠" if cell.gap is None or isinstance(cell.expected, bool) else ("▲" if cell.gap > 0 else "▼")
