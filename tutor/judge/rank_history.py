"""Reads what tutor.ranks observed, for graders: who did what in which order, and which rank did not come to its end.

The order of a history differs from run to run, so graders look for claims in it instead of comparing histories.
"""

from __future__ import annotations

from typing import Any

from tutor.judge.grader import Observed
from tutor.judge.traces import events_of_ranks, make_trace
from tutor.judge.view import text_of
from tutor.report import Difference, View

_SHOWN = 24

Fault = tuple[str, str]
"""The name of what was observed, which tells one mistake from another, and the sentence about it."""


class RankHistory:
    """What the ranks did, read from observations that may be anything at all."""

    def __init__(self, observed: Observed) -> None:
        self.events = [event for entry in _list(observed, "events") if (event := _event(entry))]
        self.states = [str(state) for state in _list(observed, "states")]
        self._lines = _list(observed, "lines")
        self._results = _list(observed, "results")

    @property
    def world_size(self) -> int:
        return len(self.states)

    @property
    def view(self) -> View:
        """ "rank 1 calls barrier · 0 starts · …": who did what, in order."""
        shown = [f"{rank} {event}" for rank, event in self.events[:_SHOWN]]
        shown += ["…"] if len(self.events) > _SHOWN else []
        return View(f"rank {' · '.join(shown)}" if shown else "nothing happened")

    def place(self, rank: int, event: str) -> int | None:
        """Where in the history a rank logged an event, or None."""
        return self.events.index((rank, event)) if (rank, event) in self.events else None

    def is_before(self, first: tuple[int, str], second: tuple[int, str]) -> bool:
        """Whether the first event happened, and the second one later or never."""
        one, other = self.place(*first), self.place(*second)
        return one is not None and (other is None or one < other)

    def calls_before(self, rank: int, event: str) -> bool:
        """Whether a rank called a collective before it logged the event, if it ever did."""
        mine = [name for who, name in self.events if who == rank]
        before = mine[: mine.index(event)] if event in mine else mine
        return any(name.startswith("calls ") for name in before)

    def line(self, rank: int) -> int | None:
        line = self._lines[rank] if rank < len(self._lines) else None
        return line if isinstance(line, int) else None

    def wrong_result(self, expected: float) -> tuple[int, Any] | None:
        """The first rank that finished with another number, and that number."""
        found = [(rank, value) for rank, value in enumerate(self._results) if value is not None and value != expected]
        return found[0] if found else None

    def ranks(self, state: str) -> list[int]:
        """The ranks whose state begins like this."""
        return [rank for rank, text in enumerate(self.states) if text.startswith(state)]


def difference(fault: Fault, expected: Observed, yours: Observed) -> Difference:
    """A fault, with both histories to look at."""
    name, summary = fault
    mine, theirs = RankHistory(expected), RankHistory(yours)
    trace = make_trace(events_of_ranks(mine.events), events_of_ranks(theirs.events))
    return Difference(name, "trace", summary, mine.view, theirs.view, trace=trace)


def ending_fault(history: RankHistory, sum_of_ones: float | None = None) -> Fault | None:
    """What kept a rank from its end: an exception, a wait for ranks that never come, or a loop.

    `sum_of_ones` is what an all_reduce of ones at the end, returned by each rank, should have given.
    """
    if ended := history.ranks("ended"):
        return "process", f"Rank {ended[0]} {history.states[ended[0]]}."
    if raised := history.ranks("raised"):
        return history.states[raised[0]].removeprefix("raised "), f"Raised on rank {raised[0]}."
    if sum_of_ones is not None and (found := history.wrong_result(sum_of_ones)):
        text = f"An all_reduce of ones gives {text_of(found[1])} on rank {found[0]} of {history.world_size}"
        return "all_reduce after the block", f"{text}; it met a collective that other ranks called once more."
    if running := [rank for rank in history.ranks("running") if history.line(rank)]:
        return "end", f"Rank {running[0]} never came to one; it was still running at line {history.line(running[0])}."
    if waiting := history.ranks("waiting"):
        return _deadlock(history, waiting)
    if unfinished := [rank for rank, state in enumerate(history.states) if state != "finished"]:
        return "end", f"Rank {unfinished[0]} never came to one; it was {history.states[unfinished[0]]}."
    return None if history.states else ("history", "There is no history of what the ranks did.")


def _deadlock(history: RankHistory, waiting: list[int]) -> Fault:
    """Who waits where, and for whom; those who wait in the hand-in are named first."""
    first = next((rank for rank in waiting if history.line(rank)), waiting[0])
    here = _waits(history, first)
    group = [rank for rank in waiting if _waits(history, rank) == here]
    others = [rank for rank in range(history.world_size) if rank not in group]
    name = "wait after the body" if history.place(first, "starts") is not None else "wait before the body"
    text = f"{_names(group)} {'waits' if len(group) == 1 else 'wait'} {here}"
    return name, f"{text} for {_absent(history, others[0])}." if others else f"{text}."


def _absent(history: RankHistory, rank: int) -> str:
    state = history.states[rank]
    if state.startswith("waiting"):
        return f"rank {rank}, which waits {_waits(history, rank)}"
    return f"rank {rank}, which {dict(finished='has finished', running='is still running').get(state, state)}"


def _waits(history: RankHistory, rank: int) -> str:
    return history.states[rank].removeprefix("waiting ") + _where(history, rank)


def _where(history: RankHistory, rank: int) -> str:
    line = history.line(rank)
    return f" at line {line}" if line else " outside your file"


def _names(ranks: list[int]) -> str:
    *most, last = map(str, ranks)
    return f"Ranks {', '.join(most)} and {last}" if most else f"Rank {last}"


def _list(observed: Observed, name: str) -> list[Any]:
    value = observed.get(name)
    return list(value) if isinstance(value, list | tuple) else []


def _event(entry: Any) -> tuple[int, str] | None:
    match entry:
        case [int() as rank, str() as event]:
            return rank, event
    return None
