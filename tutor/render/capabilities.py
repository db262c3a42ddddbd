"""What the place a text goes to can show: colour, Unicode, how wide, and whether a CI system reads along."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, TextIO

from tutor.render.ascii import to_ascii, wants_ascii
from tutor.render.text import defang_workflow_commands

Role = Literal["passed", "failed", "trouble", "title", "quiet"]
# Cyan and red stay apart for colour-blind readers; a glyph and a word always say the same.
_CODES: dict[Role, str] = {"passed": "36;1", "failed": "31;1", "trouble": "33;1", "title": "1", "quiet": "2"}


@dataclass(frozen=True)
class Capabilities:
    """The defaults suit a log file."""

    colour: bool = False
    unicode: bool = True
    width: int = 80
    workflow_commands: bool = False
    """Whether a line that starts with `::` would be obeyed, as GitHub's runners do."""

    def paint(self, text: str, role: Role) -> str:
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.colour else text

    def fit(self, text: str) -> str:
        """The finished text in the characters this place can show."""
        text = text if self.unicode else to_ascii(text)
        return defang_workflow_commands(text) if self.workflow_commands else text


def is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False  # closed


def capabilities_of(stream: TextIO | None) -> Capabilities:
    """What `stream` can show, by what it is, the locale, NO_COLOR, TERM, COLUMNS, TUTOR_ASCII and GITHUB_ACTIONS."""
    terminal = is_terminal(stream) and os.environ.get("TERM") != "dumb"
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "").replace("_", "")
    return Capabilities(
        colour=terminal and not os.environ.get("NO_COLOR"),
        unicode=encoding.startswith("utf") and not wants_ascii(),
        width=_width(stream),
        workflow_commands=bool(os.environ.get("GITHUB_ACTIONS")),
    )


def _width(stream: TextIO | None) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(20, int(columns))
    try:
        return max(20, os.get_terminal_size(stream.fileno()).columns) if stream is not None else 80
    except (OSError, ValueError):
        return 80
