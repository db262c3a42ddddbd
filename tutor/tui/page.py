"""Lines of styled text put together for one width: what the results pane is drawn with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from tutor.tui.display import shapes_only

Part = str | tuple[str, str] | Content
MUTED = "$foreground 60%"
_TICKED = re.compile(r"`([^`\n]+)`")
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])")
_UNSEEN = (*range(0x80, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys(_UNSEEN, 0xFFFD),
    0x7F: 0x2421,
}


def visible(text: str) -> str:
    """The text with a sign for each character that could move the cursor or change colours; as long as before."""
    return text.translate(_VISIBLE)


def printable(text: str) -> str:
    """Text from the learner's program without its terminal sequences."""
    return visible(_ESCAPE.sub("", text.replace("\r\n", "\n"))).expandtabs(4)


def ticked(text: str, style: str = "$foreground") -> Content:
    """Plain text in which only `backticks` mean something."""
    pieces = _TICKED.split(printable(text))
    parts = ((piece, "$accent" if place % 2 else style) for place, piece in enumerate(pieces) if piece)
    return Content.assemble(*parts)


def padded(text: str, width: int) -> str:
    """The text filled up to so many cells; Chinese characters take two."""
    return text + " " * (width - cell_len(text))


def clickable(text: str | Content, action: str, style: str = MUTED) -> Content:
    """A key and what it does, which a click does too."""
    content = Content.styled(text, style) if isinstance(text, str) else text
    return content.stylize(Style.from_meta({"@click": action}))


@dataclass
class Page:
    """A growing list of lines, each at most `width` cells."""

    width: int
    lines: list[Content] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    """Where something worth scrolling to ends, by name."""
    shades: bool = True
    """Whether shades of colour can be told apart."""

    def line(self, *parts: Part) -> None:
        """One line, cut at the width."""
        self.lines.append(Content.assemble(*parts).truncate(self.width, ellipsis=True))

    def blank(self) -> None:
        if self.lines and self.lines[-1].plain:
            self.lines.append(Content(""))

    def title(self, glyph: str, style: str, text: str, *notes: Part, text_style: str = "bold") -> None:
        """A line that begins with a coloured glyph; wrapped under its text when it is long."""
        self.wrapped(Content.assemble((f"{glyph} ", f"bold {style}")), Content.assemble((text, text_style), *notes), 2)

    def paragraph(self, text: str | Content, indent: int = 2, style: str = "$foreground") -> None:
        content = ticked(text, style) if isinstance(text, str) else text
        self.wrapped(Content(" " * indent), content, indent)

    def wrapped(self, first: Content, content: Content, indent: int) -> None:
        """Text wrapped to the width, its first line after `first`, the others indented."""
        room = max(8, self.width - max(indent, first.cell_length))
        lead = first
        for piece in content.wrap(room):
            self.lines.append(lead + piece.rstrip())
            lead = Content(" " * indent)

    def append(self, other: Page) -> None:
        """Go on with another page of the same width."""
        self.marks |= {name: len(self.lines) + line for name, line in other.marks.items()}
        self.lines += other.lines

    def mark(self, name: str) -> None:
        self.marks[name] = len(self.lines)

    def key(self, key: str, meaning: str, action: str, *more: Part) -> None:
        """A key as a small button, and what it does."""
        button = Content.assemble((f" {key} ", "bold $background on $primary"), (f"  {meaning}", "$foreground"), *more)
        self.line(clickable(button, action))

    @property
    def faded(self) -> Page:
        """The same in one quiet colour."""
        return Page(self.width, [Content.styled(line.plain, MUTED) for line in self.lines])

    @property
    def content(self) -> Content:
        return Content("\n").join(self.lines)


def bar(done: int, total: int, width: int, style: str = "$success") -> tuple[tuple[str, str], tuple[str, str]]:
    """A line of which the finished part is coloured."""
    filled = round(width * done / total) if total else 0
    return ("━" * filled, style), (("─" if shapes_only() else "━") * (width - filled), "$foreground 25%")
