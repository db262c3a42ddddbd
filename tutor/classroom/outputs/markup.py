"""HTML by construction: what is not Markup is escaped, so that nothing a student wrote becomes a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tutor.render.text import escape_controls, one_line

LONGEST_NAME = 80
"""Characters of a student's id or name that a page shows."""
Child = str | int | None


class Markup(str):
    """HTML that may go into a page as it is."""

    __slots__ = ()


def text(value: str | int) -> Markup:
    """Any text as HTML, with its control characters visible."""
    return value if isinstance(value, Markup) else Markup(escape(escape_controls(str(value))))


def joined(children: Iterable[Child], between: str = "") -> Markup:
    """Texts and Markup one after the other."""
    return Markup(between.join(text(child) for child in children if child is not None))


def el(tag: str, *children: Child, **attributes: str | int | float | None) -> Markup:
    """One element; `class_` is class, `aria_label` is aria-label, and None leaves an attribute or a child out."""
    shown = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{shown}>{joined(children)}</{tag}>")


def named(student: str, name: str = "") -> Markup:
    """A student in a sentence or a cell: the name where there is one, else the id; either may be right to left."""
    return el("bdi", one_line(name or student, LONGEST_NAME) or "(no name)")


def prose(sentence: str) -> Markup:
    """A sentence of ours in which `backticks` mark code."""
    pieces = sentence.split("`")
    if len(pieces) % 2 == 0:
        return text(sentence)
    return joined(el("code", piece) if place % 2 else piece for place, piece in enumerate(pieces))


def table(caption: str, headings: Iterable[str], rows: Iterable[Iterable[Child]], numbers: frozenset[int]) -> Markup:
    """A table whose first column heads its rows; the columns in `numbers` are set as numbers."""
    head = [el("th", heading, scope="col", class_=_kind(place, numbers)) for place, heading in enumerate(headings)]
    body = [el("tr", *_cells(row, numbers)) for row in rows]
    whole = el(
        "table", el("caption", caption), el("thead", el("tr", *head)), Markup("\n"), el("tbody", joined(body, "\n"))
    )
    return el("div", whole, class_="wide", tabindex=0, role="region", aria_label=caption)


def _cells(row: Iterable[Child], numbers: frozenset[int]) -> Iterable[Markup]:
    for place, cell in enumerate(row):
        if place:
            yield el("td", cell, class_=_kind(place, numbers))
        else:
            yield el("th", cell, scope="row", class_=_kind(place, numbers))


def _kind(place: int, numbers: frozenset[int]) -> str | None:
    return "number" if place in numbers else None
