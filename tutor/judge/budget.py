"""Keeps a report small enough to travel and to keep, however many large tensors a hand-in got wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.report import CheckResult, Difference, Outcome, View

MOST_NUMBERS = 40_000
"""In one report, expected and yours together: about a megabyte of JSON."""


def within_budget(results: Sequence[CheckResult]) -> list[CheckResult]:
    """The same results; windows beyond the budget are left out, those of the first failing checks last."""
    left, trimmed = MOST_NUMBERS, list(results)
    order = sorted(range(len(results)), key=lambda n: (results[n].stretch, results[n].outcome is not Outcome.FAILED))
    for number in order:
        differences = []
        for difference in results[number].differences:
            differences.append(_within(difference, left))
            left -= _numbers(differences[-1])
        trimmed[number] = replace(results[number], differences=tuple(differences))
    return trimmed


def _within(difference: Difference, left: int) -> Difference:
    """The difference with as many of its slices as `left` numbers allow."""
    while difference.further and _numbers(difference) > left:
        difference = replace(difference, further=difference.further[:-1])
    if _numbers(difference) <= left:
        return difference
    expected, yours = (view and View(view.text) for view in (difference.expected, difference.yours))
    return replace(difference, expected=expected, yours=yours)


def _numbers(difference: Difference) -> int:
    """How many tensor entries it carries."""
    shown = [view.tensor for view in (difference.expected, difference.yours) if view and view.tensor]
    further = [tensor for one in difference.further for tensor in (one.expected, one.yours)]
    return sum(len(row) for tensor in (*shown, *further) for row in tensor.rows)
