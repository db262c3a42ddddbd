"""Which part of a larger tensor is drawn, and what the drawing alone would not say about it."""

from __future__ import annotations

from dataclasses import replace

from tutor.report import Difference, TensorView
from tutor.tui.key_names import keys
from tutor.tui.numbers import Cell, text_of
from tutor.tui.page import MUTED, Page, clickable
from tutor.tui.wording import say

_NOT_FINITE_TOLD = 2


def slice_of(difference: Difference, number: int) -> Difference:
    """The difference with another of its slices in front; the last one where there are not so many."""
    expected, yours = difference.expected, difference.yours
    if not number or not difference.further or expected is None or yours is None:
        return difference
    shown = difference.further[min(number, len(difference.further)) - 1]
    return replace(
        difference, expected=replace(expected, tensor=shown.expected), yours=replace(yours, tensor=shown.yours)
    )


def draw_notes(page: Page, difference: Difference, cells: list[list[Cell]], number: int) -> None:
    """Where in the tensor the window is, and the entries that are no finite numbers, in words."""
    view = difference.expected.tensor if difference.expected else None
    if view is None:
        return
    notes = [say.block_size(*view.block)] if view.block != (1, 1) else []
    if view.index:
        notes.insert(0, _place(difference, view, number))
    if notes:
        page.paragraph(" · ".join(notes), style=MUTED)
    if difference.further:
        back = clickable(keys.told("[", "slice.previous"), "screen.other_slice(-1)")
        on = clickable(keys.told("]", "slice.next"), "screen.other_slice(1)")
        page.line("  ", back, " ", on, (f"  {say.other_slice_keys}", MUTED))
    odd = [cell for row in cells for cell in row if cell.is_wrong and cell.place is not None and not cell.is_finite]
    for cell in odd[:_NOT_FINITE_TOLD]:
        yours, expected = (say.numbers_in_words.get(text, text) for text in map(text_of, (cell.yours, cell.expected)))
        page.paragraph(say.instead(cell.place or (), yours, expected), style=MUTED)


def _place(difference: Difference, view: TensorView, number: int) -> str:
    here, shown = difference.differing_slices, 1 + len(difference.further)
    if here < 2:
        return say.window([*map(str, view.index), ":", ":"])
    place = say.slice(view.index, min(number, shown - 1) + 1, here)
    return f"{place} · {say.slices_shown(shown)}" if shown < here else place
