"""Runs one function as several real ranks of a gloo group and tells what they did, in one order.

Like tutor.probes this is for probe.py files: it runs in the sandbox and in the judge, and holds no expected value.
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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import torch.distributed as dist
from torch._C._distributed_c10d import FileStore, ProcessGroup, Work

from tutor.observation import decode_inputs, encode, load_tensors
from tutor.rank_watch import RankWatch

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
"""What a process group calls its collectives, in this PyTorch or an older one, and their names in torch.distributed."""
BETWEEN_TWO = {"send": "send", "recv": "recv", "recv_anysource": "recv"}
BLOCKING = ("monitored_barrier",)
"""These block when they are called; all others return a Work, and its wait blocks."""
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
        """Return when no other rank can get further on its own: each has logged the event, waits, or is done.

        In place of a sleep: ranks that wait as they should cost no time, and one that does not is caught at any speed.
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
    """Run `work` in one forked process for each rank and say what came of it; each entry but `events` is by rank.

    events: every [rank, event] in the one order they happened in, with "calls barrier" for each collective called.
    states: "finished", "raised ValueError: …", "waiting in barrier", "running", or how its process ended.
    lines: the line of the hand-in where a rank waits, runs or raised, where it is known.
    results: what `work` returned in the ranks that finished.
    """
    folder = Path(tempfile.mkdtemp(prefix="ranks-"))
    sys.stdout.flush()
    history, *releases = (os.pipe() for _ in range(1 + world_size))
    pids: list[int] = []
    try:
        for rank in range(world_size):
            pids.append(os.fork())
            if pids[rank] == 0:
                _keep_only(releases[rank][0], history[1], [history, *releases])
                local_rank = rank % (ranks_per_node or world_size)
                given = Rank(rank, world_size, local_rank, _sender(history[1], rank), releases[rank][0])
                _be_rank(work, given, folder, init)
        watch = RankWatch(history[0], pids, [writing for _, writing in releases])
        watch.until_over(limit_seconds)
        results = [
            _load_result(folder, rank) if state == "finished" else None for rank, state in enumerate(watch.states)
        ]
        return {"events": watch.events, "states": watch.states, "lines": watch.lines, "results": results}
    finally:
        _end(pids)
        for fd in (end for pipe in (history, *releases) for end in pipe):
            os.close(fd)
        shutil.rmtree(folder, ignore_errors=True)


def _end(pids: list[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for pid in pids:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _load_result(folder: Path, rank: int) -> Any:
    node = json.loads((folder / f"{rank}.json").read_text())
    return decode_inputs(node, load_tensors((folder / f"{rank}.safetensors").read_bytes()))


# From here on, in a rank's own process.


def _keep_only(reading: int, writing: int, pipes: list[tuple[int, int]]) -> None:
    for end in (end for pipe in pipes for end in pipe):
        if end not in (reading, writing):
            os.close(end)


def _sender(history: int, rank: int) -> Send:
    """Puts notes into the pipe all ranks share; a short write is never torn, so the notes have one order."""

    def send(**note: Any) -> None:
        os.write(history, json.dumps({"rank": rank, **note}).encode() + b"\n")

    return send


def _be_rank(work: Callable[[Rank], object], rank: Rank, folder: Path, init: bool) -> NoReturn:
    """Do the work and stay until the end: a rank that left would fail the others' wait instead of prolonging it."""
    try:
        signal.signal(signal.SIGUSR1, lambda _, frame: rank._send(line=_hand_in_line(frame)))
        try:
            if init:
                _join_group(rank, folder)
            _note_collectives(rank._send)
            _save_result(folder, rank.rank, work(rank))
            rank._send(done="finished")
        except BaseException as error:
            text = f"raised {type(error).__name__}: {error}"
            rank._send(done=text[:_MAX_TEXT], line=_line_of(error))
        while os.read(rank._released, 1):
            pass
    finally:
        os._exit(0)


def _join_group(rank: Rank, folder: Path) -> None:
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo" if sys.platform == "linux" else "lo0")
    store = FileStore(str(folder / "store"), rank.world_size)
    dist.init_process_group("gloo", store=store, rank=rank.rank, world_size=rank.world_size)


def _save_result(folder: Path, rank: int, value: object) -> None:
    node, raw = encode(value)
    (folder / f"{rank}.safetensors").write_bytes(raw)
    (folder / f"{rank}.json").write_text(json.dumps(node))


def _note_collectives(send: Send) -> None:
    """Have this process tell when it enters and leaves a collective, however the hand-in came by its name.

    The functions of torch.distributed may be bound elsewhere already; all of them use these two classes.
    """
    works: dict[int, tuple[Work, str, int | None]] = {}
    numbers = iter(range(1, sys.maxsize))
    original_wait = Work.wait

    def noted(method: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(group: ProcessGroup, *args: Any, **options: Any) -> Any:
            if group is not dist.group.WORLD:
                return method(group, *args, **options)
            number = next(numbers) if name not in BETWEEN_TWO else None
            send(calls=name, number=number)
            if name in BLOCKING:
                return waited(name, number, lambda: method(group, *args, **options))
            work = method(group, *args, **options)
            works[id(work)] = (work, name, number)
            return work

        return call

    def wait(work: Work, *args: Any) -> Any:
        if id(work) not in works:
            return original_wait(work, *args)
        _, name, number = works[id(work)]
        return waited(name, number, lambda: original_wait(work, *args))

    def waited(name: str, number: int | None, blocking: Callable[[], Any]) -> Any:
        send(waits=name, number=number, line=_hand_in_line(sys._getframe()))
        outcome = blocking()
        send(goes_on=True)
        return outcome

    for method, name in (COLLECTIVES | BETWEEN_TWO).items():
        if hasattr(ProcessGroup, method):
            setattr(ProcessGroup, method, noted(getattr(ProcessGroup, method), name))
    setattr(Work, "wait", wait)  # noqa: B010  (a plain assignment would have to repeat the extension's signature)


def _hand_in_line(frame: FrameType | None) -> int | None:
    """The innermost line of the hand-in, which is the only code whose file has a relative name."""
    while frame is not None and not _is_hand_in(frame):
        frame = frame.f_back
    return frame.f_lineno if frame else None


def _line_of(error: BaseException) -> int | None:
    line, traceback = None, error.__traceback__
    while traceback is not None:
        line = traceback.tb_lineno if _is_hand_in(traceback.tb_frame) else line
        traceback = traceback.tb_next
    return line


def _is_hand_in(frame: FrameType) -> bool:
    name = frame.f_code.co_filename
    return name.endswith(".py") and not os.path.isabs(name)
