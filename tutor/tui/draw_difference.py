"""What a hand-in gave beside what was expected: shapes, texts, traces, and tensors through draw_tensor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Content

from tutor.render.timeline import trace_in
from tutor.report import CheckResult, Difference, View
from tutor.tui.draw_tensor import draw_tensors
from tutor.tui.draw_trace import draw_trace
from tutor.tui.heat import HIGHER
from tutor.tui.page import MUTED, Page, printable
from tutor.tui.wording import say

_SHAPE = re.compile(r"shape \(([\d, ]*)\)")


def draw_difference(page: Page, check: CheckResult, difference: Difference, view: int, number: int = 0) -> bool:
    """The difference and its one-line summary; True if another `view` would show more."""
    summary = printable(difference.summary)
    if check.kind == "prediction":
        _draw_text(page, say.your_prediction, difference.yours, len(say.your_prediction))
    elif difference.kind == "shape" and (shapes := _shapes(difference)):
        _draw_shapes(page, *shapes)
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
        wide = max(len(say.expected), len(say.yours))
        _draw_text(page, say.expected, difference.expected, wide)
        _draw_text(page, say.yours, difference.yours, wide)


def _draw_text(page: Page, name: str, view: View | None, wide: int) -> None:
    if view is not None:
        label = Content.styled(f"  {name.ljust(wide)}   ", MUTED)
        page.wrapped(label, Content.styled(printable(view.text), "$foreground"), wide + 5)


def _shapes(difference: Difference) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    expected, yours = _shape(difference.expected), _shape(difference.yours)
    return None if expected is None or yours is None else (expected, yours)


def _shape(view: View | None) -> tuple[int, ...] | None:
    if view is None:
        return None
    if view.tensor is not None:
        return view.tensor.shape
    match = _SHAPE.search(view.text)
    return tuple(int(size) for size in match[1].split(",") if size.strip()) if match else None


def _draw_shapes(page: Page, expected: tuple[int, ...], yours: tuple[int, ...]) -> None:
    """Both shapes in columns, one for each axis, counted from the right where the numbers of axes differ."""
    axes = max(len(expected), len(yours))
    numbers = [str(axis) if len(expected) == len(yours) else str(axis - axes) for axis in range(axes)]
    rows = [[""] * (axes - len(shape)) + [str(size) for size in shape] for shape in (expected, yours)]
    wide = [max(len(text) for text in column) for column in zip(numbers, *rows, strict=True)]
    label = max(len(word) for word in (say.expected, say.yours, say.axis))
    page.line((f"  {say.axis.ljust(label)}    ", MUTED), (_columns(numbers, wide), MUTED))
    for name, row, other in ((say.expected, rows[0], rows[0]), (say.yours, rows[1], rows[0])):
        sizes: list[Content | str] = []
        for text, right, width in zip(row, other, wide, strict=True):
            sizes += ["   " if sizes else "", Content(" " * (width - len(text)))]
            sizes.append(Content.styled(text, HIGHER if text != right else "$foreground"))
        page.line((f"  {name.ljust(label)}   (", MUTED), *sizes, (")", MUTED))


def _columns(texts: Sequence[str], wide: Sequence[int]) -> str:
    return "   ".join(text.rjust(width) for text, width in zip(texts, wide, strict=True))
