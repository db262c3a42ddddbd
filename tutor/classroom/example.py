"""A failing case to show to a whole class: the grader's words and numbers, and nothing that a student wrote.

What a hand-in returned may hold a name: a string, a key, the type or the text of an exception. Its side is shown only
where every word of it is one the grader used as well, or one the judge writes itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tutor.render.shapes import named_lines
from tutor.render.tensors import panels
from tutor.render.text import one_line
from tutor.report import CheckResult

WIDTH = 84
"""Columns of the panels of numbers."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?j?(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]\w*")
_DIGITS = re.compile(r"\d{4,}")
_TOLD_BY_SUMMARY = ("shape", "dtype", "device")
"""Kinds of difference whose summary says what both sides are."""
_SENTENCES = """
    a all amount an are at be bool cpu cuda device dict differ difference differs dtype entries exception expected false
    float gpu has have inf infinity inputs inside instead int is it its keys largest list made minus named nan no none
    not nothing number of on plain raised raises should stays string tensor the there they to true tuple value values
    was when where yours shape torch size
    float16 float32 float64 bfloat16 complex64 complex128 int8 int16 int32 int64 uint8 typeerror valueerror indexerror
    keyerror attributeerror runtimeerror zerodivisionerror notimplementederror assertionerror nameerror
"""
"""Lower case; the words that tutor.judge.compare and tutor.judge.view write."""
_JUDGE_WORDS = frozenset(_SENTENCES.split())


@dataclass(frozen=True)
class Example:
    """One failing case without its author."""

    claim: str = ""
    """What must be true and was not."""
    case: str = ""
    """As a call: "FocalLoss(gamma=2.0)(pred, true)"; "" where the check has none."""
    summary: str = ""
    """How the two differ in one line; "" where it could hold a student's words."""
    expected: str = ""
    yours: str = ""
    """"" where it could hold a student's words."""
    lines: tuple[str, ...] = ()
    """Expected, yours and their difference in columns, where they are small tensors or shapes with names."""

    @property
    def is_empty(self) -> bool:
        return not (self.case or self.summary or self.expected or self.yours or self.lines)

    def mentions(self, digits: set[str]) -> bool:
        """Whether a hand-in's side holds one of these long numbers, as it would if it returned a student's id."""
        theirs = " ".join((self.summary, self.yours, *self.lines))
        return not digits.isdisjoint(_DIGITS.findall(theirs))

    def without_yours(self) -> Example:
        return Example(self.claim, self.case, expected=self.expected)


def example_of(check: CheckResult) -> Example:
    """The check's failing case with expected beside theirs, without anything a student could have written."""
    bare = Example(one_line(check.claim), one_line(check.case, 400))
    if not check.differences:
        return bare
    difference = check.differences[0]
    expected, yours = (one_line(view.text, 400) if view else "" for view in (difference.expected, difference.yours))
    known = _words([expected, bare.case, check.claim, difference.name, check.item, *difference.dims]) | _JUDGE_WORDS
    summary = _known(one_line(difference.summary), known)
    lines = tuple(panels(difference, WIDTH) or named_lines(difference))
    if not _words(lines) <= known:
        lines = ()
    if expected == yours or (summary and difference.kind in _TOLD_BY_SUMMARY):
        expected = yours = ""
    return replace(bare, summary=summary, expected=expected, yours=_known(yours, known), lines=lines)


def digits_of(texts: Iterable[str]) -> set[str]:
    """The long numbers in student ids, names and places, for `Example.mentions`."""
    return {digits for text in texts for digits in _DIGITS.findall(text)}


def _known(text: str, known: frozenset[str]) -> str:
    return text if _words([text]) <= known else ""


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(_NUMBER.sub(" ", text)))
