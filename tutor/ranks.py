"""Runs one function as several real ranks of a gloo group and tells what they did, in one order.

Like tutor.probes this is for probe.py files: it runs in the sandbox and in the judge, and holds no expected value. A
deadlock is recognised from which collectives the ranks have called, not by waiting for it to end.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import torch.distributed as dist
from torch._C._distributed_c10d import ProcessGroup, Work

from tutor.observation import decode_inputs, encode, load_tensors

QUIET_SECONDS = 0.2
"""How long nothing must have moved in a deadlock before it is called one."""
COLLECTIVES = {
    "barrier": "barrier",
    "monitored_barrier": "monitored_barrier",
    "broadcast": "broadcast",
    "reduce": "reduce",
    "gather": "gather",
    "scatter": "scatter",
    "allreduce": "all_reduce",
    "allreduce_coalesced": "all_reduce_coalesced",
    "allgather": "all_gather",
    "allgather_coalesced": "all_gather_coalesced",
    "_allgather_base": "all_gather_into_tensor",
    "all_gather_single": "all_gather_into_tensor",
    "reduce_scatter": "reduce_scatter",
    "_reduce_scatter_base": "reduce_scatter_tensor",
    "reduce_scatter_single": "reduce_scatter_tensor",
    "alltoall": "all_to_all",
    "alltoall_base": "all_to_all_single",
    "all_to_all_single": "all_to_all_single",
}
"""What a process group calls its collectives, and the name of each in torch.distributed."""
BETWEEN_TWO = ("send", "recv", "recv_anysource")
_MAX_TEXT = 300

Send = Callable[..., None]


@dataclass(frozen=True)
class Rank:
    """What one rank is given to work with."""

    rank: int
    world_size: int
    local_rank: int
    """The rank within its node."""
    _send: Send
    _released: int

    def log(self, event: str) -> None:
        """Add an event to the history that all ranks share."""
        self._send(event=event[:_MAX_TEXT])

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def let_others_reach(self, event: str, at_most: float) -> None:
        """Return when no other rank can get further on its own: each logged the event, waits, or is done.

        In place of a sleep: a rank that waits as it should costs no time, and one that does not is caught at any speed.
        """
        self._send(holds=event[:_MAX_TEXT])
        if select.select([self._released], [], [], at_most)[0]:
            os.read(self._released, 1)
        self._send(goes_on=True)


def run_ranks(
    work: Callable[[Rank], object],
    world_size: int,
    *,
    init: bool = True,
    ranks_per_node: int | None = None,
    limit_seconds: float = 6.0,
) -> dict[str, Any]:
    """Run `work` in one forked process for each rank, and say what came of it; each entry but `events` is by rank.

    events: every [rank, event] in the one order they happened in, with "calls barrier" for each collective called.
    states: "finished", "raised ValueError: …", "waiting in barrier", "running" or how its process ended.
    lines: the line of the hand-in where a rank waits, runs or raised, if it is known.
    results: what `work` returned in the ranks that finished.
    """
    folder = Path(tempfile.mkdtemp(prefix="ranks-"))
    sys.stdout.flush()
    history = os.pipe()
    releases = [os.pipe() for _ in range(world_size)]
    pids: list[int] = []
    try:
        for rank in range(world_size):
            pids.append(os.fork())
            if pids[rank] == 0:
                pipes = (history[0], *(end for pipe in releases for end in pipe if pipe is not releases[rank]))
                for fd in (*pipes, releases[rank][1]):
                    os.close(fd)
                send = _sender(history[1], rank)
                local_rank = rank % (ranks_per_node or world_size)
                given = Rank(rank, world_size, local_rank, send, releases[rank][0])
                _be_rank(work, given, folder, init)
        watch = _Watch(history[0], pids, [writing for _, writing in releases])
        watch.until_over(limit_seconds)
        return watch.observations(folder)
    finally:
        _end(pids)
        for fd in (*history, *(end for pipe in releases for end in pipe)):
            os.close(fd)
        shutil.rmtree(folder, ignore_errors=True)


def _end(pids: list[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for pid in pids:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


# In a rank's process


def _sender(history: int, rank: int) -> Send:
    """A function that puts a note into the pipe all ranks share; one short write is never torn, so they have one order."""

    def send(**note: Any) -> None:
        os.write(history, json.dumps({"rank": rank, **note}).encode() + b"\n")

    return send


def _be_rank(work: Callable[[Rank], object], rank: Rank, folder: Path, init: bool) -> NoReturn:
    """Do the work and stay until the end: a rank that left would fail the others' wait instead of prolonging it."""
    try:
        signal.signal(signal.SIGUSR1, lambda _, frame: rank._send(line=_hand_in_line(frame)))
        try:
            if init:
                os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo" if sys.platform == "linux" else "lo0")
                store = dist.FileStore(str(folder / "store"), rank.world_size)
                dist.init_process_group("gloo", store=store, rank=rank.rank, world_size=rank.world_size)
            _note_collectives(rank._send)
            _save_result(folder, rank.rank, work(rank))
            rank._send(done="finished")
        except BaseException as error:
            text = f"raised {type(error).__name__}: {error}"
            rank._send(done=text[:_MAX_TEXT], line=_line_of(error))
        os.read(rank._released, 1)
    finally:
        os._exit(0)


def _note_collectives(send: Send) -> None:
    """Have this process tell when it enters and leaves a collective, however the hand-in came by its name.

    The functions of torch.distributed may be bound elsewhere already; all of them use these two classes.
    """
    works: dict[int, tuple[Work, str, int | None]] = {}
    numbers = iter(range(1, sys.maxsize))

    def noted(method: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(group: ProcessGroup, *args: Any, **options: Any) -> Any:
            if group is not dist.group.WORLD:
                return method(group, *args, **options)
            number = None if name in BETWEEN_TWO else next(numbers)
            send(calls=name, number=number, line=_hand_in_line(sys._getframe(1)))
            work = method(group, *args, **options)
            send(goes_on=True)
            if work is not None:
                works[id(work)] = (work, name, number)
            return work

        return call

    def wait(work: Work, *args: Any, _wait: Callable[..., Any] = Work.wait) -> Any:
        _, name, number = works.get(id(work), (None, "", None))
        if name:
            send(waits=name, number=number, line=_hand_in_line(sys._getframe(1)))
        outcome = _wait(work, *args)
        send(goes_on=True)
        return outcome

    for method, name in (COLLECTIVES | {name: name for name in BETWEEN_TWO}).items():
        if hasattr(ProcessGroup, method):
            setattr(ProcessGroup, method, noted(getattr(ProcessGroup, method), name))
    Work.wait = wait  # type: ignore[method-assign]


def _save_result(folder: Path, rank: int, value: object) -> None:
    node, raw = encode(value)
    (folder / f"{rank}.safetensors").write_bytes(raw)
    (folder / f"{rank}.json").write_text(json.dumps(node))


def _hand_in_line(frame: FrameType | None) -> int | None:
    """The innermost line of the hand-in, which is the only code whose file has a relative name."""
    while frame is not None and not _is_hand_in(frame):
        frame = frame.f_back
    return frame.f_lineno if frame else None


def _line_of(error: BaseException) -> int | None:
    lines = []
    traceback = error.__traceback__
    while traceback is not None:
        if _is_hand_in(traceback.tb_frame):
            lines.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return lines[-1] if lines else None


def _is_hand_in(frame: FrameType) -> bool:
    name = frame.f_code.co_filename
    return name.endswith(".py") and not os.path.isabs(name)


# In the process that watches them


@dataclass
class _Seen:
    """What is known of one rank."""

    state: str = "running"
    line: int | None = None
    waits: str = ""
    waits_for: int | None = None
    """The number of the collective it is in, counted from 1; None between collectives and in a send or recv."""
    called: list[str] = field(default_factory=list)
    logged: set[str] = field(default_factory=set)
    holds_for: str = ""
    is_done: bool = False


class _Watch:
    def __init__(self, history: int, pids: list[int], releases: list[int]) -> None:
        self.history, self.pids, self.releases = history, pids, releases
        self.ranks = [_Seen() for _ in pids]
        self.events: list[list[Any]] = []
        self.rest = b""

    def until_over(self, limit_seconds: float) -> None:
        """Follow the ranks until all are done, none can ever go on, or the time is up."""
        now = time.monotonic()
        deadline, moved = now + limit_seconds, now
        while now < deadline and not all(seen.is_done for seen in self.ranks):
            if self._read(0.05):
                moved = time.monotonic()
            else:
                self._look_for_dead()
                if self._is_deadlock() and time.monotonic() - moved > QUIET_SECONDS:
                    return
            self._release()
            now = time.monotonic()
        self._ask_where_they_are()

    def observations(self, folder: Path) -> dict[str, Any]:
        return {
            "events": self.events,
            "states": [f"waiting in {seen.waits}" if seen.waits else seen.state for seen in self.ranks],
            "lines": [seen.line for seen in self.ranks],
            "results": [
                _load_result(folder, rank) if seen.state == "finished" else None for rank, seen in enumerate(self.ranks)
            ],
        }

    def _read(self, timeout: float) -> bool:
        if not select.select([self.history], [], [], timeout)[0]:
            return False
        *lines, self.rest = (self.rest + os.read(self.history, 1 << 16)).split(b"\n")
        for line in lines:
            self._note(**json.loads(line))
        return True

    def _note(self, rank: int, **note: Any) -> None:
        seen = self.ranks[rank]
        match note:
            case {"event": event}:
                seen.logged.add(event)
                self.events.append([rank, event])
            case {"calls": name, "number": number, "line": line}:
                seen.waits, seen.waits_for, seen.line = name, number, line
                seen.called += [name] if number else []
                self.events.append([rank, f"calls {name}"])
            case {"waits": name, "number": number, "line": line}:
                seen.waits, seen.waits_for, seen.line = name, number, line
            case {"goes_on": _}:
                seen.waits, seen.waits_for, seen.line, seen.holds_for = "", None, None, ""
            case {"holds": event}:
                seen.holds_for = event
            case {"done": state}:
                seen.waits, seen.waits_for, seen.line = "", None, note.get("line")
                seen.state, seen.is_done = state, True
            case {"line": line}:
                seen.line = seen.line or line

    def _cannot_go_on(self, seen: _Seen) -> bool:
        """Whether it is in a collective that some rank has not called, or called another one instead."""
        number = seen.waits_for
        if number is None:
            return False
        return any(len(other.called) < number or other.called[number - 1] != seen.waits for other in self.ranks)

    def _is_deadlock(self) -> bool:
        left = [seen for seen in self.ranks if not seen.is_done]
        return bool(left) and all(map(self._cannot_go_on, left))

    def _release(self) -> None:
        """Let those go on who held themselves back until the others had come as far as they can."""
        for rank, seen in enumerate(self.ranks):
            others = [other for other in self.ranks if other is not seen]
            if seen.holds_for and all(self._is_at_rest(other, seen.holds_for) for other in others):
                seen.holds_for = ""
                os.write(self.releases[rank], b"!")

    def _is_at_rest(self, seen: _Seen, event: str) -> bool:
        in_a_recv = bool(seen.waits) and seen.waits_for is None
        return seen.is_done or in_a_recv or event in seen.logged or self._cannot_go_on(seen)

    def _look_for_dead(self) -> None:
        for rank, seen in enumerate(self.ranks):
            if not seen.is_done and (ending := _ending_of(self.pids[rank])):
                seen.state, seen.waits, seen.waits_for, seen.is_done = ending, "", None, True

    def _ask_where_they_are(self) -> None:
        running = [rank for rank, seen in enumerate(self.ranks) if not (seen.is_done or seen.waits)]
        for rank in running:
            os.kill(self.pids[rank], signal.SIGUSR1)
        while running and self._read(0.1):
            pass


def _ending_of(pid: int) -> str:
    """How a process ended, or nothing while it lives."""
    found, status = os.waitpid(pid, os.WNOHANG)
    if not found:
        return ""
    code = os.waitstatus_to_exitcode(status)
    return f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended its process with status {code}"


def _load_result(folder: Path, rank: int) -> Any:
    node = json.loads((folder / f"{rank}.json").read_text())
    return decode_inputs(node, load_tensors((folder / f"{rank}.safetensors").read_bytes()))
