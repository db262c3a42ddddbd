"""Finds what a learner's file says for a prediction, `PREDICT_1 = ...`, and what may be written there."""

from __future__ import annotations

import ast
import math
import re
import warnings
from dataclasses import dataclass
from typing import Any

MAX_LITERAL = 1000
"""Characters of a typed value; the longest that a lesson asks for has a tenth of it."""
Place = tuple[int, int]
"""A row and a column, both counted from 0, the column in characters."""


@dataclass(frozen=True)
class WrittenPrediction:
    """The value of a prediction as it stands in a file."""

    start: Place
    end: Place
    text: str

    @property
    def is_answered(self) -> bool:
        return self.text != "..."


def find_prediction(source: str, name: str) -> WrittenPrediction | None:
    """The value last given to `name` at the top of the file; None when no line of it does that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return _in_its_line(source, name)
    values = [value for node in tree.body if (value := _value_given(node, name)) is not None]
    return _as_written(source, values[-1]) if values else None


def is_answered(source: str, name: str) -> bool:
    """Whether the file holds another value for a prediction than the placeholder."""
    found = find_prediction(source, name)
    return found is not None and found.is_answered


def is_literal(text: str) -> bool:
    """Whether a typed value is a Python literal on one line, and not the placeholder."""
    if len(text) > MAX_LITERAL or "\n" in text:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(text.strip(), mode="eval")
            return ast.literal_eval(_NotFinite().visit(tree)) is not Ellipsis
        except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
            return False


class _NotFinite(ast.NodeTransformer):
    """Numbers in place of `float("inf")` and `float("nan")`, which Python has no literal for."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node:
            case ast.Call(ast.Name("float"), [ast.Constant("inf" | "-inf" | "nan")], []):
                return ast.copy_location(ast.Constant(0.0), node)
        return node


def spelled(value: Any) -> str:
    """A value as Python reads it: like `repr`, but infinities and nan as `float("inf")`."""
    match value:
        case float() if not math.isfinite(value):
            return f'float("{value}")'
        case list() if type(value) is list:
            return f"[{', '.join(map(spelled, value))}]"
        case tuple() if type(value) is tuple:
            return f"({', '.join(map(spelled, value))}{',' * (len(value) == 1)})"
        case dict() if type(value) is dict:
            return "{" + ", ".join(f"{spelled(key)}: {spelled(entry)}" for key, entry in value.items()) + "}"
    return repr(value)


def _value_given(node: ast.stmt, name: str) -> ast.expr | None:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    is_it = any(isinstance(target, ast.Name) and target.id == name for target in targets)
    return node.value if is_it and isinstance(node, ast.Assign | ast.AnnAssign) else None


def _as_written(source: str, value: ast.expr) -> WrittenPrediction:
    lines = source.split("\n")
    start = value.lineno - 1, _characters(lines[value.lineno - 1], value.col_offset)
    end_row, end_column = (value.end_lineno or value.lineno) - 1, value.end_col_offset or 0
    end = end_row, _characters(lines[end_row], end_column)
    return WrittenPrediction(start, end, ast.get_source_segment(source, value) or "")


def _characters(line: str, offset: int) -> int:
    """A column in characters; the parser counts bytes of UTF-8."""
    return len(line.encode()[:offset].decode("utf-8", "replace"))


def _in_its_line(source: str, name: str) -> WrittenPrediction | None:
    """The same in a file that Python cannot read: whatever stands after the sign, up to a comment."""
    pattern = re.compile(rf"{re.escape(name)}\s*=\s*(?!=)(?P<value>[^#\n]*?)\s*(?:#.*)?$")
    for row, line in enumerate(source.split("\n")):
        if (match := pattern.match(line)) and match["value"]:
            return WrittenPrediction((row, match.start("value")), (row, match.end("value")), match["value"])
    return None
