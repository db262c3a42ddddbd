"""Follows the ranks of one run by the notes they send, and recognises a deadlock instead of waiting for it to end."""

from __future__ import annotations

import json
import os
import select
import signal
import time
from dataclasses import dataclass, field
from typing import Any

QUIET_SECONDS = 0.2
"""How long nothing must have moved in a deadlock before it is called one."""
_POLL_SECONDS = 0.05


@dataclass
class _Seen:
    """What is known of one rank."""

    state: str = "running"
    line: int | None = None
    waits_in: str = ""
    waits_for: int | None = None
    """Which of its collectives it is in, counted from 1; None between them, and in a send or recv."""
    called: list[str] = field(default_factory=list)
    logged: set[str] = field(default_factory=set)
    holds_for: str = ""
    is_done: bool = False

    def wait(self, name: str, number: int | None, line: int | None) -> None:
        self.waits_in, self.waits_for, self.line = name, number, line

    def go_on(self) -> None:
        self.wait("", None, None)
        self.holds_for = ""

    def end(self, state: str, line: int | None = None) -> None:
        self.go_on()
        self.state, self.line, self.is_done = state, line, True


class RankWatch:
    """Reads the notes of all ranks from one pipe, and lets ranks go on that hold themselves back."""

    def __init__(self, history: int, pids: list[int], releases: list[int]) -> None:
        self.history, self.pids, self.releases = history, pids, releases
        self.ranks = [_Seen() for _ in pids]
        self.events: list[list[Any]] = []
        self._rest = b""

    @property
    def states(self) -> list[str]:
        return [f"waiting in {seen.waits_in}" if seen.waits_in else seen.state for seen in self.ranks]

    @property
    def lines(self) -> list[int | None]:
        return [seen.line for seen in self.ranks]

    def until_over(self, limit_seconds: float) -> None:
        """Follow the ranks until all are done, none can ever go on, or the time is up."""
        now = moved = time.monotonic()
        deadline = now + limit_seconds
        while now < deadline and not all(seen.is_done for seen in self.ranks):
            is_quiet = not self._read(_POLL_SECONDS)
            now = time.monotonic()
            if is_quiet:
                self._look_for_dead()
                if self._is_deadlock() and now - moved > QUIET_SECONDS:
                    return
            else:
                moved = now
            self._release()
        self._ask_where_they_are()

    def _read(self, timeout: float) -> bool:
        if not select.select([self.history], [], [], timeout)[0]:
            return False
        *lines, self._rest = (self._rest + os.read(self.history, 1 << 16)).split(b"\n")
        for line in lines:
            self._note(**json.loads(line))
        return True

    def _note(self, rank: int, **note: Any) -> None:
        seen = self.ranks[rank]
        match note:
            case {"event": event}:
                seen.logged.add(event)
                self.events.append([rank, event])
            case {"calls": name, "number": number}:
                seen.called += [name] if number else []
                self.events.append([rank, f"calls {name}"])
            case {"waits": name, "number": number, "line": line}:
                seen.wait(name, number, line)
            case {"goes_on": _}:
                seen.go_on()
            case {"holds": event}:
                seen.holds_for = event
            case {"done": state}:
                seen.end(state, note.get("line"))
            case {"line": line}:
                seen.line = seen.line or line

    def _is_deadlock(self) -> bool:
        left = [seen for seen in self.ranks if not seen.is_done]
        return bool(left) and all(map(self._cannot_go_on, left))

    def _cannot_go_on(self, seen: _Seen) -> bool:
        """Whether it is in a collective that some rank has not called, or where some rank called another one."""
        number = seen.waits_for
        if number is None:
            return False
        return any(len(other.called) < number or other.called[number - 1] != seen.waits_in for other in self.ranks)

    def _release(self) -> None:
        for rank, seen in enumerate(self.ranks):
            others = [other for other in self.ranks if other is not seen]
            if seen.holds_for and all(self._is_at_rest(other, seen.holds_for) for other in others):
                seen.holds_for = ""
                os.write(self.releases[rank], b"!")

    def _is_at_rest(self, seen: _Seen, event: str) -> bool:
        is_in_recv = bool(seen.waits_in) and seen.waits_for is None
        return seen.is_done or is_in_recv or event in seen.logged or self._cannot_go_on(seen)

    def _look_for_dead(self) -> None:
        for pid, seen in zip(self.pids, self.ranks, strict=True):
            if not seen.is_done and (ending := _ending_of(pid)):
                seen.end(ending)

    def _ask_where_they_are(self) -> None:
        """Have ranks that neither wait nor are done name the line they are on."""
        asked = [pid for pid, seen in zip(self.pids, self.ranks, strict=True) if not (seen.is_done or seen.waits_in)]
        for pid in asked:
            os.kill(pid, signal.SIGUSR1)
        while asked and self._read(2 * _POLL_SECONDS):
            pass


def _ending_of(pid: int) -> str:
    """How a process ended, or nothing while it lives."""
    found, status = os.waitpid(pid, os.WNOHANG)
    if not found:
        return ""
    code = os.waitstatus_to_exitcode(status)
    name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
    return f"ended by {name}" if code < 0 else f"ended its process with status {code}"
