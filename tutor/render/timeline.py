"""Two series of events laid out beside each other, aligned at the first step that differs."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from tutor.render.text import cell_width, one_line, pad
from tutor.report import Difference, Event, Trace, View

NOTHING = "—"
"""Where one series is over and the other goes on."""
_GAP = 2
_LONGEST_EVENT = 24


@dataclass(frozen=True)
class Timeline:
    """A stretch of both series, step by step, wide enough for each."""

    steps: tuple[tuple[str, str], ...]
    """What happened in each step, expected and yours."""
    first: int
    """The step, counted within the stretch, that differs first."""
    starts_late: bool
    ends_early: bool

    @property
    def is_whole(self) -> bool:
        return not (self.starts_late or self.ends_early)

    @property
    def widths(self) -> list[int]:
        return [max(map(cell_width, step)) for step in self.steps]

    @property
    def before_first(self) -> int:
        """The cells in front of the first difference."""
        return sum(width + _GAP for width in self.widths[: self.first]) + 2 * self.starts_late


def trace_in(difference: Difference) -> Trace | None:
    """The series of a difference; older reports have them only as text."""
    if difference.trace is not None or difference.kind != "trace":
        return difference.trace
    expected, yours = _events(difference.expected), _events(difference.yours)
    return None if expected is None or yours is None else Trace(expected, yours)


def ranks(trace: Trace) -> list[int]:
    return sorted({event.rank for event in (*trace.expected, *trace.yours) if event.rank is not None})


def first_difference(trace: Trace) -> int:
    """The first step of yours that its rank should not have made, or that comes in another order."""
    if wrong := sorted(wrong_steps(trace)):
        return wrong[0]
    pairs = zip(trace.expected, trace.yours, strict=False)
    end = min(len(trace.expected), len(trace.yours))
    return next((step for step, (mine, theirs) in enumerate(pairs) if mine != theirs), end)


def wrong_steps(trace: Trace) -> set[int]:
    """The steps of yours that differ from the same step of the same rank in what is expected."""
    expected = {key: event for key, event in _numbered(trace.expected)}
    keyed = _numbered(trace.yours)
    return {step for step, (key, event) in enumerate(keyed) if key not in expected or expected[key].text != event.text}


def timeline(trace: Trace, width: int, clean: Callable[[str], str] = one_line) -> Timeline:
    """As much of both series as `width` cells can hold around the first difference."""
    longest = max(1, min(_LONGEST_EVENT, width - 4))
    mine, theirs = ([_within(_name(event, clean), longest) for event in side] for side in (trace.expected, trace.yours))
    total = max(len(mine), len(theirs))
    steps = [(_at(mine, step), _at(theirs, step)) for step in range(total)]
    first = min(first_difference(trace), max(0, total - 1))
    sizes = [max(map(cell_width, step)) + _GAP for step in steps]
    start, end, room = first, first + 1, width - 4 - (sizes[first] if sizes else 0)
    while start > 0 and sizes[start - 1] <= (room if sum(sizes[end:]) <= room // 2 else room // 2):
        start -= 1
        room -= sizes[start]
    while end < total and sizes[end] <= room:
        room -= sizes[end]
        end += 1
    return Timeline(tuple(steps[start:end]), first - start, start > 0, end < total or trace.is_cut)


def aligned_lines(drawn: Timeline, labels: tuple[str, str]) -> list[str]:
    """Both series in a line each, and below them a caret where they part."""
    margin, lines = max(map(len, labels)) + 2, []
    for label, side in zip(labels, (0, 1), strict=True):
        events = [pad(step[side], size) for step, size in zip(drawn.steps, drawn.widths, strict=True)]
        line = "… " * drawn.starts_late + (" " * _GAP).join(events) + " …" * drawn.ends_early
        lines.append((label.ljust(margin) + line).rstrip())
    return [*lines, " " * (margin + drawn.before_first) + "^"]


def _numbered(events: tuple[Event, ...]) -> list[tuple[tuple[int | None, int], Event]]:
    """Each event with its rank and its number among those of the rank."""
    seen: Counter[int | None] = Counter()
    numbered = []
    for event in events:
        numbered.append(((event.rank, seen[event.rank]), event))
        seen[event.rank] += 1
    return numbered


def _name(event: Event, clean: Callable[[str], str]) -> str:
    text = clean(event.text)
    return text if event.rank is None else f"{event.rank}:{text}"


def _within(text: str, cells: int) -> str:
    """A text cut to what fits into so many cells of a terminal."""
    if cell_width(text) <= cells:
        return text
    while cell_width(text) > cells - 1:
        text = text[:-1]
    return f"{text}…"


def _at(events: list[str], step: int) -> str:
    return events[step] if step < len(events) else NOTHING


def _events(view: View | None) -> tuple[Event, ...] | None:
    """The entries of a trace in words: one a line, or a list as Python writes it."""
    if view is None:
        return None
    if "\n" in view.text:
        return tuple(map(Event, view.text.splitlines()))
    try:
        events = ast.literal_eval(view.text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return tuple(Event(str(event)) for event in events) if isinstance(events, list | tuple) else None
