"""Files that are not quite Python, or too much of it, never pass, and harm nobody after them."""

from __future__ import annotations

import pytest
from conftest import Grading

from tutor.report import Outcome

DEEP = 100_000
RIGHT = "def outer_sum(a, b):\n    return a[:, None] + b\n"
WRONG = b"def outer_sum(a, b):\n    return a\n"
NOT_PYTHON = {
    "empty": b"",
    "a zero byte": WRONG + b"\0",
    "only zero bytes": bytes(1 << 20),
    "latin-1": b"# \xe9\n" + WRONG,
    "utf-16": RIGHT.encode("utf-16"),
    "utf-32": RIGHT.encode("utf-32"),
    "half a surrogate pair": b"# \xed\xa0\x80\n" + WRONG,
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + WRONG,
    "an unknown coding": b"# coding: nonsense\n" + WRONG,
    "utf-7": b"# coding: utf-7\n" + WRONG,
    "one byte too long": b"#" * ((1 << 20) + 1),
    "one expression of a megabyte": b"x=" + b"1+" * 500_000 + b"1\n",
    "deep parentheses": b"x=" + b"(" * DEEP + b")" * DEEP,
    "deep signs": b"x=" + b"-" * 10 * DEEP + b"1",
    "deep calls": b"x=1\nx" + b"()" * 5 * DEEP,
    "deep lambdas": b"x=" + b"lambda:" * DEEP + b"1",
    "deep conditions": b"x=" + b"0 if 1 else " * 80_000 + b"1",
    "deep indentation": b"".join(b" " * depth + b"if 1:\n" for depth in range(1, 1400))[: 1 << 20],
    "many branches": b"x=1\nif x: pass\n" + b"elif x: pass\n" * 70_000,
    "many decorators": b"@x\n" * 300_000 + b"def f(): pass",
    "an f-string of braces": b'x=f"' + b"{" * DEEP + b'"',
    "a number of a megabyte": b"x=" + b"9" * ((1 << 20) - 10),
    "a string that does not end": b'x="""' + b"a" * 1_000_000,
    "a power to fold": b"x=9**9**9",
    "a shift to fold": b"x=1<<(1<<60)",
    "a string to repeat": b"x='a'*10**12",
}


@pytest.mark.parametrize("source", NOT_PYTHON.values(), ids=NOT_PYTHON)
def test_it_ends_as_the_hand_ins_own_trouble(source: bytes, toy_grading: Grading) -> None:
    outcome = toy_grading.check("outer_sum", source).outcome
    assert outcome not in (Outcome.PASSED, Outcome.GRADER_ERROR, Outcome.NOT_RUN)
    assert toy_grading.check("outer_sum", RIGHT).passed


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\f\n", "\n\x0c"], ids=ascii)
def test_any_line_end_of_python_is_fine(ends: str, toy_grading: Grading) -> None:
    assert toy_grading.check("outer_sum", RIGHT.replace("\n", ends)).passed
