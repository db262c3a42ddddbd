"""What is said of a difference, where it takes more than filling in two values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tutor.report import Difference, Trace

UNCHANGED = "inputs that changed"
"""The observation by which a probe tells that its inputs were left alone."""
_NAMED = 3
_LONGEST_NAME = 60


def inside(name: str, found: Difference) -> str:
    """What is said of an entry, with its place in front: "At [0][2]: it is 3; it should be 4."."""
    place, told = found.name.removeprefix(name), found.summary
    if told.startswith("At ["):
        inner, told = told.removeprefix("At ").split(": ", 1)
        place += inner
    return f"At {place}: {told[0].lower()}{told[1:]}"


def changed_inputs(name: str, expected: Any, yours: Any) -> str:
    """Which inputs the code changed, if that is what was looked at and it should have changed none."""
    is_told = name == UNCHANGED and not expected and bool(yours)
    if not is_told or not isinstance(yours, list) or not all(isinstance(one, str) for one in yours):
        return ""
    named = [f"`{one[:_LONGEST_NAME]}`" for one in yours[:_NAMED]]
    if len(yours) > _NAMED:
        named.append(f"{len(yours) - _NAMED} more")
    what, them = ("input", "it as it was") if len(yours) == 1 else ("inputs", "them as they were")
    return f"The code changed its {what} {_joined(named)}; it should leave {them}."


def _joined(words: Sequence[str]) -> str:
    *first, last = words
    return " and ".join([*filter(None, [", ".join(first)]), last])


def first_that_differs(trace: Trace, are_events: bool) -> str:
    """Where two long series part, in one sentence."""
    one, many = ("Event", "events") if are_events else ("Entry", "entries")
    for number, (mine, theirs) in enumerate(zip(trace.expected, trace.yours, strict=False), start=1):
        if mine != theirs:
            return f"{one} {number} is {theirs.text}; it should be {mine.text}."
    return f"It has {len(trace.yours)} {many}; it should have {len(trace.expected)}."
