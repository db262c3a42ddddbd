"""Merges statistics, and sends real ranks through one call of the batch norm, each with a batch of its own."""

from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from tutor.probes import Case, HandIn, Observations
from tutor.ranks import Rank, run_ranks


def merged(hand_in: HandIn, case: Case) -> Observations:
    """The merged mean and variance, and which inputs changed."""
    mean, var = hand_in.merge_batch_stats(case.means, case.variances, case.counts)
    return {"mean": mean, "var": var, "inputs that changed": case.changed_inputs()}


def called(hand_in: HandIn, case: Case, x: Tensor) -> Tensor:
    output: Tensor = hand_in.sync_batch_norm(
        x, case.weight, case.bias, case.running_mean, case.running_var, **case.options
    )
    return output


def ending(hand_in: HandIn, case: Case) -> Observations:
    """How each rank ends, with an all_reduce of ones after the call."""

    def work(rank: Rank) -> float:
        called(hand_in, case, case.batches[rank.rank])
        ones = torch.ones(1)
        dist.all_reduce(ones)
        return float(ones)

    return run_ranks(work, len(case.batches))


def normalized(hand_in: HandIn, case: Case) -> Observations:
    """What each rank has after the call; a rank that does not finish has nothing."""

    def work(rank: Rank) -> dict[str, Any]:
        output = called(hand_in, case, case.batches[rank.rank])
        return {
            "output": output,
            "running_mean": case.running_mean,
            "running_var": case.running_var,
            "changed": case.changed_inputs(),
        }

    found = run_ranks(work, len(case.batches))
    results = [result or {} for result in found["results"]]
    return {
        "how the ranks ended": found["states"],
        "output on rank": [result.get("output") for result in results],
        "running_mean on rank": [result.get("running_mean") for result in results],
        "running_var on rank": [result.get("running_var") for result in results],
        "inputs that changed": sorted({name for result in results for name in result.get("changed", [])}),
    }
