"""Where a line of text may end: Textual breaks at spaces only, so that a Chinese sentence is one long word to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import textual.content
from rich._wrap import divide_line as divide_at_spaces
from rich.cells import cell_len, chop_cells

from tutor.cjk import IDEOGRAPHIC, may_have_ideographs

_NEVER_FIRST = (
    "，。！？；：、·…—～）」』】》〉〕〗］｝”’％‰℃々ー"
    + re.escape(",.!?;:)]}%")
    + r"\u0300-\u036f\u200b-\u200f\u3099\u309a\ufe00-\ufe0f"
)
"""Closing punctuation, and what is drawn over the character before it."""
_NEVER_LAST = "（「『【《〈〔〖［｛“‘￥＄" + re.escape("([{$") + r"\u200d"
"""Opening punctuation, and what joins a character to the next."""
_IDEOGRAPH = f"[{IDEOGRAPHIC}]"
_WORD = re.compile(r"\s*\S+\s*")
_BREAK = rf"(?<=[^\s{_NEVER_LAST}])(?=[^\s{_NEVER_FIRST}])(?:(?<=[{IDEOGRAPHIC}])|(?=[{IDEOGRAPHIC}]))"


def divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    """The offsets at which to break the text so that no line is wider than `width` cells."""
    if not (may_have_ideographs(text) and re.search(_IDEOGRAPH, text)):
        return divide_at_spaces(text, width, fold)
    breaks: list[int] = []
    taken = 0
    for start, piece in _pieces(text):
        needed = cell_len(piece.rstrip())
        if needed <= width - taken:
            taken += cell_len(piece)
        elif needed > width and fold:
            folded = _fold(piece, start, width, taken)
            breaks += [place for place in folded if place]
            taken = cell_len(text[folded[-1] : start + len(piece)]) if folded else taken + cell_len(piece)
        else:
            breaks += [start] if start else []
            taken = cell_len(piece)
    return breaks


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """What stays on one line where that is possible, each with its offset and the spaces after it."""
    breaks = re.compile(_BREAK)
    for word in _WORD.finditer(text):
        start = word.start()
        for place in breaks.finditer(text, word.start(), word.end()):
            yield start, text[start : place.start()]
            start = place.start()
        yield start, text[start : word.end()]


def _fold(piece: str, start: int, width: int, taken: int) -> list[int]:
    """Where the lines begin that a piece is cut into, as it is wider than any line."""
    starts = [start] if taken else []
    for line in chop_cells(piece.rstrip(), width)[:-1]:
        start += len(line)
        starts.append(start)
    return starts


def install() -> None:
    """Let Textual wrap with our breaks."""
    textual.content.divide_line = divide_line  # type: ignore[attr-defined]  # a module's own global, tested for
