"""The right ways to write an exercise, as the judge sends them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from tutor.tui.wording import say


@dataclass(frozen=True)
class RightWay:
    """One complete answer that passes every check."""

    name: str
    sentence: str
    """What is special about it."""
    source: str


def right_ways(answers: dict[str, Any]) -> tuple[RightWay, ...]:
    """The reference first, then the other right answers; the wrong ones are nobody's business here."""
    right = [one for one in answers["answers"] if one["name"] == "reference" or one["name"].startswith("right_")]
    right.sort(key=lambda one: one["name"] != "reference")
    return tuple(RightWay(_title(one["name"]), one["sentence"], _code(one["source"])) for one in right)


def _title(name: str) -> str:
    return say.reference if name == "reference" else name.removeprefix("right_").replace("_", " ")


def _code(source: str) -> str:
    """The source without its docstring, which is for authors and partly shown above it."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return source
    match body:
        case [ast.Expr(value=ast.Constant(value=str()), end_lineno=int(end)), *_]:
            return "\n".join(source.splitlines()[end:]).strip("\n")
    return source
