"""Recognises values that are a series of events, so that they can be drawn as a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tutor.report import Event, Trace

MOST_EVENTS = 120
LONGEST_EVENT = 60
_FEWEST_WORDS = 3
_LONGEST_WORD = 24


def trace_of(expected: Any, yours: Any) -> Trace | None:
    """Both values as events, or None where one of them is something else."""
    mine, theirs = _events(expected), _events(yours)
    if mine is None or theirs is None or (isinstance(expected, str) and len(mine) < _FEWEST_WORDS):
        return None
    return make_trace(mine, theirs)


def make_trace(expected: list[Event], yours: list[Event]) -> Trace:
    """Two series of events, cut to what is worth drawing."""
    is_cut = max(len(expected), len(yours)) > MOST_EVENTS
    return Trace(tuple(expected[:MOST_EVENTS]), tuple(yours[:MOST_EVENTS]), is_cut)


def events_of_ranks(events: Iterable[tuple[int, str]]) -> list[Event]:
    """Events with the ranks they happened on; what only claims to be the number of a rank is left out."""
    return [Event(text[:LONGEST_EVENT], rank if type(rank) is int else None) for rank, text in events]


def _events(value: Any) -> list[Event] | None:
    """The events of "1 2 step 3 step", of a list of names, or of a list of (rank, name)."""
    match value:
        case str():
            return _words(value)
        case [[int(), str()], *_] if isinstance(value, list):
            pairs = [(entry[0], entry[1]) for entry in value if _is_ranked(entry)]
            return events_of_ranks(pairs) if len(pairs) == len(value) else None
        case [str(), *_] if isinstance(value, list):
            return [Event(entry[:LONGEST_EVENT]) for entry in value] if all(map(_is_name, value)) else None
    return None


def _words(text: str) -> list[Event] | None:
    """Lines, or words with spaces or commas between; a sentence is no trace."""
    words = text.splitlines() if "\n" in text else text.replace(",", " ").split()
    is_sentence = text.rstrip().endswith((".", "!", "?", ":"))
    if is_sentence or any(len(word) > (_LONGEST_WORD if "\n" not in text else LONGEST_EVENT) for word in words):
        return None
    return [Event(word) for word in words]


def _is_ranked(entry: Any) -> bool:
    return isinstance(entry, list | tuple) and len(entry) == 2 and type(entry[0]) is int and isinstance(entry[1], str)


def _is_name(entry: Any) -> bool:
    return isinstance(entry, str)
