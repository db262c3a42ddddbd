"""Real gloo ranks: one history, deadlocks that are recognised, and no process left behind."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
import torch.distributed as dist

from tutor.ranks import Rank, run_ranks
from tutor.sandbox.run import load_source

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
NEVER = 60.0


def children() -> set[str]:
    return set(Path("/proc/self/task", str(os.getpid()), "children").read_text().split())


def hand_in(*lines: str) -> Callable[[Rank], object]:
    """The function `work` of a hand-in, which is the file of a relative name."""
    return load_source("meeting", "meeting.py", "\n".join(lines)).work


def test_every_rank_works_and_their_results_come_back():
    def work(rank: Rank) -> torch.Tensor:
        total = torch.tensor([float(rank.rank)])
        dist.all_reduce(total)
        return total

    seen = run_ranks(work, 3)
    assert seen["states"] == ["finished"] * 3
    assert torch.equal(torch.cat(seen["results"]), torch.tensor([3.0, 3.0, 3.0]))


def test_a_barrier_shows_in_the_order_of_the_history():
    def work(rank: Rank) -> None:
        rank.log("before")
        dist.barrier()
        rank.log("after")

    events = run_ranks(work, 3)["events"]
    names = [name for _, name in events]
    assert sorted(map(tuple, events[: names.index("after")])) == sorted(
        (rank, name) for rank in range(3) for name in ("before", "calls barrier")
    )


def test_a_deadlock_names_who_waits_where_and_is_not_waited_for():
    work = hand_in(
        "import torch.distributed as dist",
        "def work(rank):",
        "    if rank.rank > 0:",
        "        dist.barrier()",
    )
    started = time.monotonic()
    seen = run_ranks(work, 3, limit_seconds=NEVER)
    assert time.monotonic() - started < NEVER / 2
    assert seen["states"] == ["finished", "waiting in barrier", "waiting in barrier"]
    assert seen["lines"] == [None, 4, 4]


def test_names_imported_before_the_ranks_were_started_are_noticed_too():
    work = hand_in(
        "from torch import ones",
        "from torch.distributed import all_reduce, barrier",
        "def work(rank):",
        "    if rank.rank:",
        "        barrier(async_op=True).wait()",
        "    all_reduce(ones(1))",
    )
    seen = run_ranks(work, 2, limit_seconds=NEVER)
    assert seen["states"] == ["waiting in all_reduce", "waiting in barrier"]
    assert seen["lines"] == [6, 5]


def test_an_asynchronous_collective_is_no_wait():
    def work(rank: Rank) -> None:
        if rank.rank == 0:
            rank.let_others_reach("went on", NEVER)
        waiting = dist.barrier(async_op=True)
        rank.log("went on")
        waiting.wait()

    seen = run_ranks(work, 2)
    assert seen["states"] == ["finished", "finished"]
    assert seen["events"].index([1, "went on"]) < seen["events"].index([0, "calls barrier"])


def test_a_slow_rank_is_no_deadlock():
    def work(rank: Rank) -> None:
        if rank.rank == 0:
            rank.sleep(0.5)
        dist.barrier()

    assert run_ranks(work, 2)["states"] == ["finished", "finished"]


def test_a_rank_that_raised_leaves_the_others_in_a_true_wait():
    work = hand_in(
        "import torch.distributed as dist",
        "def work(rank):",
        "    if rank.rank == 0:",
        "        raise ValueError('no cache')",
        "    dist.barrier()",
    )
    seen = run_ranks(work, 2, limit_seconds=NEVER)
    assert seen["states"] == ["raised ValueError: no cache", "waiting in barrier"]
    assert seen["lines"] == [4, 5]


def test_a_rank_in_an_endless_loop_is_stopped_and_its_line_named():
    work = hand_in("def work(rank):", "    while rank.rank:", "        pass")
    seen = run_ranks(work, 2, limit_seconds=0.5)
    assert seen["states"] == ["finished", "running"]
    assert seen["lines"][1] in (2, 3)


def test_a_rank_that_ends_its_process_is_told_by_how_it_ended():
    def work(rank: Rank) -> None:
        if rank.rank == 0:
            os._exit(3)
        if rank.rank == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    states = run_ranks(work, 3, init=False, limit_seconds=NEVER)["states"]  # in a group, rank 2 could miss the others
    assert states == ["ended its process with status 3", "ended by SIGKILL", "finished"]


def test_a_rank_can_wait_until_the_others_cannot_go_on():
    def work(rank: Rank) -> None:
        if rank.rank == 0:
            rank.let_others_reach("past the barrier", NEVER)
            rank.log("goes last")
        dist.barrier()

    seen = run_ranks(work, 3)
    assert seen["states"] == ["finished"] * 3
    assert seen["events"][2] == [0, "goes last"]


def test_ranks_without_a_group_have_none():
    def work(rank: Rank) -> bool:
        return dist.is_initialized()

    assert run_ranks(work, 1, init=False)["results"] == [False]


def test_the_local_rank_counts_within_a_node():
    def work(rank: Rank) -> tuple[int, int]:
        return rank.rank, rank.local_rank

    assert run_ranks(work, 4, ranks_per_node=2)["results"] == [(0, 0), (1, 1), (2, 0), (3, 1)]


@pytest.mark.parametrize("limit_seconds", [0.0, NEVER])
def test_no_process_pipe_or_file_is_left_behind(limit_seconds, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = children(), os.listdir("/proc/self/fd")
    run_ranks(lambda rank: dist.barrier() if rank.rank else None, 3, limit_seconds=limit_seconds)
    assert (children(), os.listdir("/proc/self/fd")) == before
    assert not dist.is_initialized()
    assert list(tmp_path.iterdir()) == []
