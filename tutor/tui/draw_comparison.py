"""Two ways to write the same exercise: side by side, as a list of changes, or the other one whole."""

from __future__ import annotations

from difflib import SequenceMatcher

from rich.cells import chop_cells
from textual.content import Content

from tutor.tui.page import MUTED, Page, padded, printable
from tutor.tui.wording import say

_YOURS, _THEIRS, _SAME = "$accent", "$secondary", "$foreground 75%"
_GAP = 2
_CONTEXT = 3

Change = tuple[str, list[str], list[str]]
"""What happens to a stretch of yours ("equal" or "replace"), its lines, and theirs."""


def draw_beside(page: Page, yours: str, theirs: str) -> None:
    """Both in columns, equal lines beside each other."""
    wide = (page.width - _GAP) // 2
    page.line((padded(say.yours, wide + _GAP), f"bold {MUTED}"), (say.theirs, f"bold {MUTED}"))
    for kind, mine, other in changes(yours, theirs):
        for place in range(max(len(mine), len(other))):
            left = _line(mine, place, kind, "-", _YOURS).truncate(wide, ellipsis=True, pad=True)
            page.line(left, " " * _GAP, _line(other, place, kind, "+", _THEIRS).truncate(wide, ellipsis=True))


def draw_changes(page: Page, yours: str, theirs: str) -> None:
    """What would have to change in yours, with a few lines around it."""
    page.line(("- ", f"bold {_YOURS}"), (say.yours, MUTED), ("   + ", f"bold {_THEIRS}"), (say.theirs, MUTED))
    for kind, mine, other in changes(yours, theirs):
        if kind == "equal":
            for line in _shortened(mine):
                _draw(page, "  ", line, _SAME)
            continue
        for line in mine:
            _draw(page, "- ", line, _YOURS)
        for line in other:
            _draw(page, "+ ", line, _THEIRS)


def draw_whole(page: Page, theirs: str) -> None:
    page.line((say.theirs, f"bold {MUTED}"))
    for line in theirs.splitlines():
        _draw(page, "  ", line, "$foreground")


def changes(yours: str, theirs: str) -> list[Change]:
    """Both sources as stretches of lines that are equal or not."""
    mine, other = yours.splitlines(), theirs.splitlines()
    matcher = SequenceMatcher(None, mine, other, autojunk=False)
    return [
        ("equal" if tag == "equal" else "replace", mine[a:b], other[c:d]) for tag, a, b, c, d in matcher.get_opcodes()
    ]


def _line(lines: list[str], place: int, kind: str, mark: str, style: str) -> Content:
    if place >= len(lines):
        return Content("")
    if kind == "equal":
        return Content.styled(f"  {printable(lines[place])}", _SAME)
    return Content.assemble((f"{mark} ", f"bold {style}"), (printable(lines[place]), style))


def _draw(page: Page, mark: str, line: str, style: str) -> None:
    """One line of code; a long one goes on below, past the mark."""
    room, text = max(8, page.width - 2), printable(line)
    for place, part in enumerate(chop_cells(text, room) or [""]):
        page.line(("  " if place else mark, f"bold {style}"), (part, style))


def _shortened(lines: list[str]) -> list[str]:
    """The ends of a long stretch that is the same in both."""
    if len(lines) <= 2 * _CONTEXT + 1:
        return lines
    return [*lines[:_CONTEXT], say.same_lines(len(lines) - 2 * _CONTEXT), *lines[-_CONTEXT:]]
