"""A failing case to show to a whole class: the grader's words and numbers, and nothing that a student wrote.

What a hand-in returned may hold a name: a string, a key, the type or the text of an exception. Its side is shown only
where every word of it is one the grader used as well, or one the judge writes itself.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tutor.render.shapes import named_lines
from tutor.render.tensors import panels
from tutor.render.text import one_line
from tutor.render.timeline import aligned_lines, timeline, trace_in
from tutor.report import CheckResult, Difference, Problem

WIDTH = 84
"""Columns of what is drawn."""
_LONGEST = 400
_NUMBER = re.compile(r"(?<!\w)[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?j?(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]\w*")
_DIGITS = re.compile(r"\d{4,}")
_TOLD_BY_SUMMARY = ("shape", "dtype", "device")
"""Kinds of difference whose summary says what both sides are."""
_SENTENCES = """
    a all amount an are at be bool cpu cuda device dict differ difference differs dtype entries exception expected false
    float gpu has have inf infinity inputs inside instead int is it its keys largest list made minus named nan no none
    not nothing number of on plain raise raised raises should stays string tensor the there they to true tuple value
    values was when where yours shape torch size
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
    """Expected and yours drawn below or beside each other: small tensors, shapes with names, series of events."""

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
    bare = Example(one_line(check.claim), one_line(check.case, _LONGEST))
    if not check.differences:
        return replace(bare, summary=_raised(check.problem))
    difference = check.differences[0]
    expected, yours = (view.text if view else "" for view in (difference.expected, difference.yours))
    known = _words([expected, check.case, check.claim, difference.name, check.item, *difference.dims]) | _JUDGE_WORDS
    summary = difference.summary if _words([difference.summary]) <= known else ""
    if expected == yours or (summary and difference.kind in _TOLD_BY_SUMMARY):
        expected = yours = ""
    return replace(
        bare,
        summary=one_line(summary),
        expected=one_line(expected, _LONGEST),
        yours=one_line(yours, _LONGEST) if _words([yours]) <= known else "",
        lines=tuple(_lines(difference)) if _words(_texts(difference)) <= known else (),
    )


def _lines(difference: Difference) -> list[str]:
    """Small tensors side by side, shapes under the names of their dimensions, or two series of events."""
    if lines := panels(difference, WIDTH) or named_lines(difference):
        return lines
    trace = trace_in(difference)
    return aligned_lines(timeline(trace, WIDTH - 10), ("expected", "yours")) if trace else []


def _texts(difference: Difference) -> list[str]:
    """All text that `_lines` may show besides numbers."""
    trace = trace_in(difference)
    return [event.text for event in (*trace.expected, *trace.yours)] if trace else []


def _raised(problem: Problem | None) -> str:
    """Which of Python's own exceptions ended it; the type of any other may be the hand-in's own."""
    kind = getattr(builtins, problem.kind, None) if problem is not None else None
    is_exception = isinstance(kind, type) and issubclass(kind, BaseException)
    return f"It raises {kind.__name__}." if isinstance(kind, type) and is_exception else ""


def digits_of(texts: Iterable[str]) -> set[str]:
    """The long numbers in student ids, names and places, for `Example.mentions`."""
    return {digits for text in texts for digits in _DIGITS.findall(text)}


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(_NUMBER.sub(" ", text)))
