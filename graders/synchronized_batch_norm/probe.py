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
    """What each rank has after the call; nothing, unless all of them finish."""

    def work(rank: Rank) -> dict[str, Any]:
        output = called(hand_in, case, case.batches[rank.rank])
        return {
            "output": output,
            "running_mean": case.running_mean,
            "running_var": case.running_var,
            "changed": case.changed_inputs(),
        }

    found = run_ranks(work, len(case.batches))
    results = found["results"] if all(state == "finished" for state in found["states"]) else []
    return {
        "how the ranks ended": ending_of(found["states"]),
        "output on rank": [result["output"] for result in results],
        "running_mean on rank": [result["running_mean"] for result in results],
        "running_var on rank": [result["running_var"] for result in results],
        "inputs that changed": sorted({name for result in results for name in result["changed"]}),
    }


def ending_of(states: list[str]) -> str:
    """In one sentence that is the same in each run: which rank gloo fails first, and how, is chance."""
    if all(state == "finished" for state in states):
        return "all of them finished"
    raised = [state for state in states if state.startswith("raised") and "gloo" not in state]
    return raised[0] if raised else "not all of them finished"
