"""The shell of every HTML page: one file that asks for nothing else and runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tutor.classroom.outputs.markup import Markup, el, text

_ASKS_FOR_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, body: Iterator[Markup]) -> Iterator[str]:
    """A whole document in pieces, to be written as they come."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text(_ASKS_FOR_NOTHING)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
    yield f"{el('title', title)}\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
    for part in body:
        yield f"{part}\n"
    yield "</main>\n</body>\n</html>\n"


@cache
def _style() -> str:
    return files("tutor.classroom.outputs").joinpath("page.css").read_text(encoding="utf-8")
