"""What happened in which order, expected and yours: as a timeline, or with a lane for each rank."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from tutor.render.timeline import first_difference, ranks, timeline, wrong_steps
from tutor.report import Event, Trace
from tutor.tui.page import MUTED, Page, padded, printable
from tutor.tui.wording import say

_MOST_ROWS = 16
_ROWS_BEFORE = 5
_NARROWEST_LANE = 9
_WIDEST_LANE = 22
_NUMBER = 4
_GAP = 3


def draw_trace(page: Page, trace: Trace, view: int) -> bool:
    """Both series from just before they part; True if another `view` would show more."""
    if lanes := ranks(trace):
        return _draw_lanes(page, trace, lanes, view)
    _draw_timeline(page, trace)
    return False


def _draw_timeline(page: Page, trace: Trace) -> None:
    """Two lines, step under step, and a mark under the first difference."""
    margin = max(cell_len(say.expected), cell_len(say.yours)) + 5
    drawn = timeline(trace, page.width - margin, printable)
    for side, name in enumerate((say.expected, say.yours)):
        parts: list[Content] = [Content.styled("… ", MUTED)] if drawn.starts_late else []
        for step, width in zip(drawn.steps, drawn.widths, strict=True):
            style = "bold $error" if side and step[0] != step[1] else "$foreground"
            parts.append(Content.styled(step[side], style).pad_right(max(0, width - Content(step[side]).cell_length)))
            parts.append(Content("  "))
        parts += [Content.styled("…", MUTED)] if drawn.ends_early else []
        page.line((f"  {padded(name, margin - 2)}", MUTED), *parts)
    page.line(" " * (margin + drawn.before_first), ("▲", "bold $error"), (f" {say.first_difference}", MUTED))


def _draw_lanes(page: Page, trace: Trace, lanes: list[int], view: int) -> bool:
    """A lane for each rank, time going down; both sides if there is room, else one of them."""
    both = (page.width - _NUMBER - 2 - _GAP) // 2
    room = both if both // len(lanes) >= _NARROWEST_LANE else page.width - _NUMBER - 2
    lane = max(_NARROWEST_LANE, min(_WIDEST_LANE, room // len(lanes)))
    first, wrong = first_difference(trace), wrong_steps(trace) or {first_difference(trace)}
    start = max(0, first - _ROWS_BEFORE)
    steps = range(start, min(max(len(trace.expected), len(trace.yours)), start + _MOST_ROWS))
    expected = _lanes(say.expected, trace.expected, lanes, lane, steps, set())
    yours = _lanes(say.yours, trace.yours, lanes, lane, steps, wrong)
    gap = Content(" " * _GAP)
    sides = (
        [gap.join(pair) for pair in zip(expected, yours, strict=True)] if room == both else (yours, expected)[view % 2]
    )
    for step, content in zip([None, None, *steps], sides, strict=True):
        mark = "▶" if step == first else " "
        number = f"{step + 1:>{_NUMBER - 1}} " if step is not None else " " * _NUMBER
        page.line((mark, "bold $error"), (number, MUTED), content)
    return room != both


def _lanes(
    title: str, events: tuple[Event, ...], lanes: list[int], lane: int, steps: range, wrong: set[int]
) -> list[Content]:
    """One side as rows of equal width, under its title and the ranks."""
    heads = [Content.styled(say.rank(rank), MUTED).truncate(lane, pad=True) for rank in lanes]
    rows = [Content.styled(title, f"bold {MUTED}").truncate(lane * len(lanes), pad=True), Content("").join(heads)]
    for step in steps:
        event = events[step] if step < len(events) else None
        style = "bold $error" if step in wrong else "$foreground"
        cells = [_cell(event.text if event and event.rank == rank else "", lane, style) for rank in lanes]
        rows.append(Content("").join(cells))
    return rows


def _cell(text: str, lane: int, style: str) -> Content:
    """An event in its lane, or the lane as a dot."""
    if not text:
        return Content.styled("·".ljust(lane), "$foreground 30%")
    return Content.styled(printable(text), style).truncate(lane - 1, ellipsis=True, pad=True) + Content(" ")
