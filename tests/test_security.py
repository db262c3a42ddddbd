"""SECURITY.md promises nothing without a test, and docs/escapes.md leaves no hostile hand-in out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from corpus import read_corpus

ROOT = Path(__file__).parent.parent
PROMISES = [
    line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines() if re.match(r"\| .*`tests/", line)
]


def test_every_promise_names_its_test() -> None:
    table = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("|---|---|---|\n")[1].split("\n\n")[0]
    assert table.splitlines() == PROMISES
    assert len(PROMISES) > 10


@pytest.mark.parametrize("promise", PROMISES)
def test_the_test_that_a_promise_names_is_there(promise: str) -> None:
    (named,) = re.findall(r"`(tests/\S+?)`", promise)
    file, _, test = named.partition("::")
    names = [node.name for node in ast.parse((ROOT / file).read_text()).body if isinstance(node, ast.FunctionDef)]
    assert test in names if test else any(name.startswith("test_") for name in names)


def test_the_page_of_escapes_lists_the_whole_corpus() -> None:
    """`python tests/escape_matrix.py` writes it anew."""
    page = (ROOT / "docs" / "escapes.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+/\w+)`", page, re.MULTILINE) == list(read_corpus())
