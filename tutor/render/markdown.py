"""A lesson's markdown for a terminal without the app: prose wrapped, headings and code set apart, nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.cjk import on_one_line
from tutor.render.capabilities import Capabilities
from tutor.render.text import escape_controls, wrap

PROSE_WIDTH = 80
_HEADING = re.compile(r"#{1,6} +(.*?)[ #]*$")
_LIST_ENTRY = re.compile(r"( *)([-*]|\d+\.) +")
_ALERT = re.compile(r"> *\[!(\w+)\] *$")
_AS_IT_IS = re.compile(r" {4}|\||\$\$|<")
"""Indented code, tables, formulas and HTML: wrapping would break them."""


def render(text: str, place: Capabilities) -> str:
    """Every line of the lesson, in order, with one empty line where there are some or should be one."""
    lines = "\n".join(line.rstrip() for line in _lines(text, place))
    return place.fit(re.sub(r"\n{3,}", "\n\n", lines) + "\n")


def _lines(text: str, place: Capabilities) -> Iterator[str]:
    paragraph: list[str] = []
    fence = ""
    for line in escape_controls(text).splitlines():
        mark = re.match(r" *(```+|~~~+|\$\$)", line)
        is_fence = mark is not None and (not fence or mark[1].startswith(fence))
        is_text = not fence and not is_fence and _is_text(line)
        if not is_text or _LIST_ENTRY.match(line):
            yield from _paragraph(paragraph, place)
            paragraph = []
        if is_text:
            alert = _ALERT.match(line)
            paragraph.append(f"> {alert[1].capitalize()}:" if alert else line)
        elif is_fence and mark is not None:
            closes_itself = mark[1] == "$$" and line.strip().endswith("$$") and len(line.strip()) > 2
            fence = "" if fence or closes_itself else mark[1]
            yield f"    {line.strip()}" if mark[1] == "$$" else place.paint(f"    {line.strip()}", "quiet")
        elif heading := None if fence else _HEADING.match(line):
            yield place.paint(heading[1] if place.colour else line, "title")
            yield ""
        else:
            yield f"    {line}" if fence else _row(line) if line.startswith("|") else line
    yield from _paragraph(paragraph, place)


def _row(line: str) -> str:
    r"""A row of a table with its \| as bars, each cell as wide as it was."""
    return "|".join(cell.replace(r"\|", "|") + " " * cell.count(r"\|") for cell in re.split(r"(?<!\\)\|", line))


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not _HEADING.match(line) and not _AS_IT_IS.match(line)


def _paragraph(lines: list[str], place: Capabilities) -> Iterator[str]:
    if not lines:
        return
    width = min(place.width, PROSE_WIDTH)
    quote = "> " if all(line.startswith(">") for line in lines) else ""
    text = on_one_line("\n".join(line.removeprefix(">").strip() if quote else line.strip() for line in lines))
    entry = _LIST_ENTRY.match(lines[0])
    indent = entry[1] if entry else quote
    yield from wrap(text, width, indent, " " * entry.end() if entry else quote)
