"""What a hand-in gave beside what was expected: shapes, texts, traces, and tensors through draw_tensor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from tutor.render.shapes import aligned_shapes, shapes_of
from tutor.render.timeline import trace_in
from tutor.report import CheckResult, Difference, View
from tutor.tui.draw_tensor import draw_tensors
from tutor.tui.draw_trace import draw_trace
from tutor.tui.heat import HIGHER
from tutor.tui.page import MUTED, Page, padded, printable
from tutor.tui.wording import say


def draw_difference(page: Page, check: CheckResult, difference: Difference, view: int, number: int = 0) -> bool:
    """The difference and its one-line summary; True if another `view` would show more."""
    summary = printable(difference.summary)
    if check.kind == "prediction":
        _draw_text(page, say.your_prediction, difference.yours, cell_len(say.your_prediction))
    elif (difference.kind == "shape" or difference.dims) and (shapes := shapes_of(difference)):
        _draw_shapes(page, *shapes, difference.dims)
        if difference.kind != "shape":
            page.paragraph(summary, style=MUTED)
    elif (trace := trace_in(difference)) is not None:
        more = draw_trace(page, trace, view)
        page.paragraph(summary, style=MUTED)
        return more
    elif difference.kind == "values" and difference.expected and difference.expected.tensor:
        more = draw_tensors(page, difference, view, number)
        page.paragraph(summary, style=MUTED)
        return more
    else:
        page.paragraph(summary)
        _draw_texts(page, difference)
    return False


def _draw_texts(page: Page, difference: Difference) -> None:
    """Both values in words, where the summary does not quote them already."""
    views = (difference.expected, difference.yours)
    if difference.kind in ("values", "type", "trace") and any(v and v.text not in difference.summary for v in views):
        wide = max(cell_len(say.expected), cell_len(say.yours))
        _draw_text(page, say.expected, difference.expected, wide)
        _draw_text(page, say.yours, difference.yours, wide)


def _draw_text(page: Page, name: str, view: View | None, wide: int) -> None:
    if view is not None:
        label = Content.styled(f"  {padded(name, wide)}   ", MUTED)
        page.wrapped(label, Content.styled(printable(view.text), "$foreground"), wide + 5)


def _draw_shapes(page: Page, expected: tuple[int, ...], yours: tuple[int, ...], dims: tuple[str, ...]) -> None:
    """Both shapes in columns under the names of the dimensions, or their numbers where they have none."""
    names, *rows = aligned_shapes(expected, yours, dims)
    wide = [max(len(text) for text in column) for column in zip(names, *rows, strict=True)]
    label = max(cell_len(word) for word in (say.expected, say.yours, say.axis))
    title = say.axis if not dims else ""
    page.line((f"  {padded(title, label)}    ", MUTED), (_columns(names, wide), MUTED))
    for name, row, other in ((say.expected, rows[0], rows[0]), (say.yours, rows[1], rows[0])):
        sizes: list[Content | str] = []
        for text, right, width in zip(row, other, wide, strict=True):
            sizes += ["   " if sizes else "", Content(" " * (width - len(text)))]
            sizes.append(Content.styled(text, HIGHER if text != right else "$foreground"))
        page.line((f"  {padded(name, label)}   (", MUTED), *sizes, (")", MUTED))


def _columns(texts: Sequence[str], wide: Sequence[int]) -> str:
    return "   ".join(text.rjust(width) for text, width in zip(texts, wide, strict=True))
