"""Text that may come from a learner's program, made safe and cut to size for where it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORKFLOW_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
_WIDE = ("W", "F")


def escape_controls(text: str) -> str:
    r"""Show what would move the cursor, change colours or reorder text as \x1b and the like; keep line ends."""
    text = text.replace("\r\n", "\n").expandtabs(4)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\u00a0\u3000" else _escape(c) for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def defang_workflow_commands(text: str) -> str:
    """Keep GitHub's runner, or Azure's, from obeying a line a learner's program printed."""
    return _WORKFLOW_COMMAND.sub(r"\1: :", text).replace("##[", "## [").replace("##vso[", "## vso[")


def one_line(text: str, length: int = 300) -> str:
    """Text safe to show within a sentence, cut to `length` characters."""
    text = " ".join(escape_controls(text[: 4 * length]).split())
    return text if len(text) <= length else text[:length].rstrip() + "… (cut)"


def first_lines(text: str, lines: int, length: int = 200) -> tuple[list[str], int]:
    """The first lines, each made safe and cut to `length`, and how many lines are left."""
    every = text.removesuffix("\n").split("\n") if text else []
    shown = [escape_controls(line[: length + 1]) for line in every[:lines]]
    return [line if len(line) <= length else line[:length] + "…" for line in shown], max(0, len(every) - lines)


def cell_width(text: str) -> int:
    """How many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in _WIDE else 1 for c in text)


def cut(text: str, width: int) -> str:
    """The text in at most `width` columns, with a mark where something is missing."""
    if cell_width(text) <= width:
        return text
    while text and cell_width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def pad(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break at spaces, and where there are none between wide characters, so that no line exceeds `width` columns."""
    hanging = indent if hanging is None else hanging
    lines, line, empty = [], indent, True
    for space, piece in _pieces(text, max(8, width - cell_width(hanging))):
        if not empty and cell_width(line + space + piece) > width:
            lines.append(line)
            line, empty = hanging, True
        line, empty = line + ("" if empty else space) + piece, False
    return [*lines, line.rstrip()]


def _pieces(text: str, longest: int) -> Iterator[tuple[str, str]]:
    """What may not be broken, with the space before it; overlong words are cut."""
    for word in text.split():
        space, piece = " ", ""
        for character in word:
            wide = unicodedata.east_asian_width(character) in _WIDE and unicodedata.category(character).startswith("L")
            if piece and (wide or cell_width(piece + character) > longest):
                yield space, piece
                space, piece = "", ""
            piece += character
        yield space, piece


def duration(seconds: float) -> str:
    """12 s, 3 min, 1 h 20 min."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
