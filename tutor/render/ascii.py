"""Our glyphs in ASCII, and where that is all that can be shown."""

from __future__ import annotations

import os
import unicodedata

_ONE_CELL = {
    "✓": "+", "✗": "x", "○": "o", "·": ".", "●": "*", "◐": "*", "▲": "^", "▼": "v", "≠": "!", "–": "-", "—": "-",
    "−": "-", "×": "x", "…": ".", "’": "'", "‘": "'", "“": '"', "”": '"', "→": ">", "←": "<", "≤": "<", "≥": ">",
    "◆": "*", "✦": "*", "✧": ".", "▶": ">", "▸": ">", "›": ">", "•": "*", "ⓘ": "i", "‸": "^", "━": "=", "═": "=",
    "■": "#", "□": "o", "◀": "<", "\ufffd": "?",
}  # fmt: skip
_LONGER = {"…": "...", "→": "->", "≤": "<=", "≥": ">="}
_VERTICAL = "│┃║╎╏┆┇┊┋╵╷╹╻▏▎▍▌▋▊▉▐▕"


def _drawing(character: str) -> str:
    """A line, a corner or a block in the one character that comes closest."""
    if character in _VERTICAL:
        return "|"
    name = unicodedata.name(character, "")
    if "BLOCK" in name or "SHADE" in name or "QUADRANT" in name:
        return "-" if "EIGHTH" in name or "HALF" in name else "#"
    return "-" if "HORIZONTAL" in name and " AND " not in name else "+"


_TABLE = {chr(code): _drawing(chr(code)) for code in range(0x2500, 0x25A0)} | _ONE_CELL
_TABLE |= {chr(code): "?" for code in range(0x2400, 0x2427)}  # what stands for control characters
_CELLS = str.maketrans(_TABLE)
_TEXT = str.maketrans(_TABLE | _LONGER)


def to_ascii(text: str) -> str:
    """Our glyphs in ASCII; other characters are the stream's business."""
    return text.translate(_TEXT)


def to_ascii_cells(text: str) -> str:
    """The same, each glyph in one character, for text that must not become wider."""
    return text if text.isascii() else text.translate(_CELLS)


def wants_ascii() -> bool:
    """Whether TUTOR_ASCII or the locale asks for it; a locale that is not named decides nothing."""
    if os.environ.get("TUTOR_ASCII", "0") not in ("", "0"):
        return True
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "utf8")
    return "utf8" not in locale.lower().replace("-", "")
