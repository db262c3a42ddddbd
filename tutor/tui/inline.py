"""One line of the course's markdown as styled text: hints and the closing list of a lesson."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from textual.content import Content

from tutor.tui.lesson_parser import lesson_parser

_ATTRIBUTES = {"strong_open": "bold", "s_open": "strike", "link_open": "underline"}


@cache
def _parser() -> MarkdownIt:
    return lesson_parser()


def inline(text: str, style: str = "$foreground") -> Content:
    """The text with its emphasis, code and formulas."""
    parts: list[tuple[str, str]] = []
    styles = [style]
    for token in _parser().parseInline(text)[0].children or ():
        if token.type == "em_open":
            styles.append("italic $accent")
        elif token.type in _ATTRIBUTES:
            styles.append(f"{_ATTRIBUTES[token.type]} {styles[-1]}")
        elif token.type.endswith("_close"):
            styles.pop()
        elif token.type == "code_inline":
            parts.append((token.content, "$accent"))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append((" ", style))
        else:
            parts.append((token.content, styles[-1]))
    return Content.assemble(*(part for part in parts if part[0]))
