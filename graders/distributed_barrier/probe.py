"""Sends real ranks through the block and keeps the history of what they did."""

import torch
import torch.distributed as dist

from tutor.probes import Case, HandIn, Observations
from tutor.ranks import Rank, run_ranks

PATIENCE = 2.0
"""How long a rank waits at most for others to get further; only those that wait outside of collectives cost it."""


def bodies(hand_in: HandIn, case: Case) -> Observations:
    """Only the block; a body of a local rank 0 lasts until the others have come as far as they can."""

    def work(rank: Rank) -> None:
        if case.late and rank.rank == 0:
            rank.let_others_reach("starts", PATIENCE)
        with hand_in.torch_distributed_zero_first(rank.local_rank):
            _body(rank)

    return run_ranks(work, case.world_size, ranks_per_node=case.ranks_per_node)


def blocks(hand_in: HandIn, case: Case) -> Observations:
    """One block after the other, then an all_reduce of ones; the result of each rank is their sum."""

    def work(rank: Rank) -> float:
        for round_number in range(case.rounds):
            with hand_in.torch_distributed_zero_first(rank.local_rank):
                _body(rank, " again" * round_number)
        return _sum_of_ones()

    return run_ranks(work, case.world_size)


def broken_body(hand_in: HandIn, case: Case) -> Observations:
    """A body that raises on one rank, which catches the exception outside the block; then an all_reduce of ones."""

    def work(rank: Rank) -> float:
        try:
            with hand_in.torch_distributed_zero_first(rank.local_rank):
                _body(rank)
                if rank.rank == case.broken:
                    raise OSError("the disk is full")
        except OSError:
            rank.log("catches OSError")
        return _sum_of_ones()

    return run_ranks(work, case.world_size)


def alone(hand_in: HandIn, case: Case) -> Observations:
    """The block in a program without a process group."""
    events = []
    with hand_in.torch_distributed_zero_first(case.local_rank):
        events.append("body")
    events.append("after the block")
    return {"events": events}


def _body(rank: Rank, again: str = "") -> None:
    rank.log(f"starts{again}")
    if rank.local_rank == 0:
        rank.let_others_reach(f"starts{again}", PATIENCE)
    rank.log(f"ends{again}")


def _sum_of_ones() -> float:
    ones = torch.ones(1)
    dist.all_reduce(ones)
    return float(ones)
