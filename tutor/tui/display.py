"""What the terminal can show: any character or only ASCII, shades of colour or only shapes."""

from __future__ import annotations

import os
import sys

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from tutor.render.ascii import to_ascii_cells, wants_ascii
from tutor.render.capabilities import capabilities_of


def is_ascii() -> bool:
    """Whether every glyph of ours has to be ASCII."""
    return wants_ascii() or not capabilities_of(sys.stdout).unicode


def shapes_only() -> bool:
    """Whether a difference in colour alone would not be seen."""
    return "NO_COLOR" in os.environ or is_ascii()


def has_shades(app: App[object]) -> bool:
    """Whether a heat map can be read: not in one colour or sixteen, and not without half blocks."""
    few_colours = not app.is_headless and app.console.color_system in (None, "standard")
    return not (few_colours or app.no_color or is_ascii())


class AsciiFilter(LineFilter):
    """Replaces the frames, bars and glyphs of every line that is drawn, cell by cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.control else Segment(to_ascii_cells(segment.text), segment.style) for segment in segments
        ]
