"""Grades exercises/synchronized_batch_norm.py, with real gloo ranks."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Observed, Tolerance
from tutor.judge.rank_history import RankHistory, difference, ending_fault
from tutor.report import Difference

# gloo works on the CPU, and NCCL refuses two ranks on one GPU: no check runs on CUDA.
grader = Grader(profile="multi", wall_seconds=30)
MERGE, SYNC = "merge_batch_stats", "sync_batch_norm"
CLOSE = Tolerance(1e-4, 1e-5)
"""Whole counts divided by whole counts make float32 numbers, and that is good enough."""


def statistics(
    draw: Draw, counts: Sequence[int], channels: int = 3, dtype: torch.dtype = torch.float64, apart: float = 2.0
) -> Given:
    """Means that lie `apart` from rank to rank, in turn above and below, and variances of another size each."""
    ranks = len(counts)
    sides = (torch.arange(ranks) % 2 * 2.0 - 1.0).unsqueeze(1)
    means = sides * apart / 2 + draw.uniform(ranks, channels, low=-0.5, high=0.5)
    return Given(
        f"merge_batch_stats(means, variances, counts) with counts {list(counts)}",
        means=means.to(dtype),
        variances=draw.uniform(ranks, channels, low=0.5, high=3.0, dtype=dtype),
        counts=torch.tensor(counts),
    )


def turned(given: Given) -> Given:
    """The same with means and variances that are transposed in memory."""
    for name in ("means", "variances"):
        given.inputs[name] = given.inputs[name].t().contiguous().t()
    return given


def batches(draw: Draw, *batches: Tensor, **options: float) -> Given:
    """One batch for each rank, and statistics, weight and bias that are neither 0 nor 1."""
    channels, dtype = batches[0].shape[1], batches[0].dtype
    shapes = ", ".join(str(tuple(batch.shape)) for batch in batches)
    words = "".join(f", {name}={value}" for name, value in options.items())
    ranks = f"{len(batches)} ranks" if len(batches) > 1 else "1 rank"
    return Given(
        f"sync_batch_norm(x, weight, bias, running_mean, running_var{words})  on {ranks}, x is {shapes}",
        batches=list(batches),
        weight=draw.uniform(channels, low=0.5, high=2.0, dtype=dtype),
        bias=draw.uniform(channels, low=-1.0, high=1.0, dtype=dtype),
        running_mean=draw.uniform(channels, low=-1.0, high=1.0, dtype=dtype),
        running_var=draw.uniform(channels, low=0.5, high=3.0, dtype=dtype),
        options=options,
    )


def batch(draw: Draw, rank: int, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    """Values around a mean that differs from rank to rank, and from channel to channel."""
    rest = [1] * (len(shape) - 2)
    mean = draw.uniform(1, shape[1], *rest, low=0.5, high=1.5) * (1.5 if rank % 2 else -1.0)
    spread = draw.uniform(1, shape[1], *rest, low=0.5, high=1.5)
    return (draw.normal(*shape) * spread + mean).to(dtype)


def all_come_to_an_end(expected: Observed, yours: Observed) -> Difference | None:
    history = RankHistory(yours)
    fault = ending_fault(history, sum_of_ones=history.world_size)
    if fault is None:
        return None
    name, text = fault
    name = {"wait before the body": "wait", "all_reduce after the block": "all_reduce after the call"}.get(name, name)
    return difference((name, text), expected, yours)


grader.leave_out(
    MERGE, "float16", "bfloat16", because="Statistics are kept in float32 or wider, also for half-precision batches."
)
grader.leave_out(MERGE, "with gradient", because="What is merged are measured numbers, outside of the graph.")
grader.leave_out(SYNC, "float16", "bfloat16", because="Statistics are kept in float32 or wider.")
grader.leave_out(SYNC, "with gradient", because="A gradient through all ranks needs a collective in backward, too.")
grader.leave_out(SYNC, "empty", "one element", because="A single number cannot be normalized, and every rank has some.")
grader.leave_out(SYNC, "another device", because="gloo takes tensors on the CPU.")

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the running mean and variance after one batch of 1, 2, 3 and 6.",
    distractors=[
        ((0.3, 1.25), "That is a tenth of the biased variance, 3.5. What is remembered is the other one."),
        ((2.7, 4.3), "Momentum is the share of the new batch here, not of the old value."),
        ((3.0, 4.6667), "The statistics are moved towards the batch, not replaced by it."),
        ((0.3, 0.4667), "The running variance begins at 1, and nine tenths of that stay."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what a SyncBatchNorm makes of a batch on the CPU in a program without a process group.",
    distractors=[
        ("ValueError", "It insists on a GPU only when it has to talk to other processes. Here there are none."),
        ("RuntimeError", "Without a process group there is nobody to wait for, and it does what BatchNorm does."),
        ((4, 2), "Normalizing changes values; every example stays."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is the output in eval mode of a batch norm that tracks nothing, and its running mean.",
    distractors=[
        (([0.0, 2.0], None), "There are no running statistics that eval mode could use; it measures the batch."),
        (([-1.0, 1.0], 1.0), "The output is right, but nothing is remembered: there is no running mean."),
        (([-1.0, 1.0], 0.1), "The output is right, but nothing is remembered: there is no running mean."),
        (([-1.0, 1.0], 0.0), "The output is right. The running mean does not begin at 0, it does not exist."),
    ],
)


@grader.check("merged", item=MERGE, agree=["mean"], tolerance=CLOSE, points=2, on_cuda=False)
def the_mean_is_weighted_by_the_counts(draw: Draw) -> Iterator[Given]:
    """The mean of a channel over all values is the mean of the ranks' means, weighted by their counts."""
    yield statistics(draw, [4, 4])
    yield statistics(draw, [2, 6])
    yield statistics(draw, [5, 1, 2])


@grader.check(
    "merged", item=MERGE, needs=[the_mean_is_weighted_by_the_counts], tolerance=CLOSE, points=3, on_cuda=False
)
def the_distance_of_the_means_is_part_of_the_variance(draw: Draw) -> Iterator[Given]:
    """The variance over all values has two parts: the one within the ranks and the one between their means."""
    yield statistics(draw, [4, 4])
    yield statistics(draw, [2, 6])
    yield statistics(draw, [5, 1, 2], channels=2)
    yield statistics(draw, [3, 2], apart=100.0)


@grader.check(
    "merged",
    item=MERGE,
    needs=[the_distance_of_the_means_is_part_of_the_variance],
    tolerance=CLOSE,
    on_cuda=False,
)
def one_rank_or_many_in_any_layout(draw: Draw) -> Iterator[Given]:
    """One rank keeps its own statistics; many ranks, float32, one channel, none and transposed tensors work."""
    yield statistics(draw, [7])
    yield statistics(draw, [1, 2, 3, 4, 5, 6, 7])
    yield statistics(draw, [3, 8], dtype=torch.float32)
    yield statistics(draw, [9], channels=1)
    yield statistics(draw, [3, 2], channels=0)
    yield turned(statistics(draw, [3, 1, 4], channels=2))


@grader.check(
    "merged",
    item=MERGE,
    needs=[the_distance_of_the_means_is_part_of_the_variance],
    tolerance=CLOSE,
    mode="other_default",
)
def they_are_merged_where_they_are(draw: Draw) -> Iterator[Given]:
    """With statistics on the GPU the result is there as well."""
    yield statistics(draw, [2, 6])


@grader.check("ending", item=SYNC, compare=all_come_to_an_end, points=2, on_cuda=False)
def every_rank_comes_to_its_end(draw: Draw) -> Iterator[Given]:
    """Every rank calls the same collectives, also one with a single example, so that nobody waits for ever."""
    yield batches(draw, batch(draw, 0, 3, 2), batch(draw, 1, 1, 2))


@grader.check(
    "normalized",
    item=SYNC,
    agree=["how the ranks ended", "output on rank"],
    needs=[every_rank_comes_to_its_end],
    points=3,
    on_cuda=False,
)
def the_output_is_that_of_one_big_batch(draw: Draw) -> Iterator[Given]:
    """Each rank gets its rows of what one batch norm makes of the batches of all ranks together."""
    yield batches(draw, batch(draw, 0, 4, 3), batch(draw, 1, 4, 3))
    yield batches(draw, batch(draw, 0, 3, 2), batch(draw, 1, 3, 2), eps=0.5)


@grader.check(
    "normalized",
    item=SYNC,
    agree=["how the ranks ended", "output on rank"],
    needs=[the_output_is_that_of_one_big_batch],
    points=2,
    on_cuda=False,
)
def places_are_averaged_as_well(draw: Draw) -> Iterator[Given]:
    """In images the statistics of a channel, the second dimension, run over examples and places."""
    yield batches(draw, batch(draw, 0, 2, 3, 2, 3), batch(draw, 1, 2, 3, 2, 3))


@grader.check(
    "normalized",
    item=SYNC,
    agree=["how the ranks ended", "output on rank"],
    needs=[places_are_averaged_as_well],
    points=2,
    on_cuda=False,
)
def every_value_counts_alike(draw: Draw) -> Iterator[Given]:
    """A rank with more examples, or with more places, counts for more."""
    yield batches(draw, batch(draw, 0, 2, 3), batch(draw, 1, 6, 3))
    yield batches(draw, batch(draw, 0, 1, 2, 2, 3), batch(draw, 1, 2, 2, 1, 4), batch(draw, 2, 3, 2, 2, 2))


@grader.check(
    "normalized",
    item=SYNC,
    agree=["how the ranks ended", "running_mean on rank"],
    needs=[every_value_counts_alike],
    points=2,
    on_cuda=False,
)
def running_mean_moves_on_every_rank(draw: Draw) -> Iterator[Given]:
    """On every rank running_mean moves by momentum towards the mean over all ranks, in place."""
    yield batches(draw, batch(draw, 0, 2, 3), batch(draw, 1, 6, 3), momentum=0.3)


@grader.check(
    "normalized",
    item=SYNC,
    agree=["how the ranks ended", "running_var on rank"],
    needs=[running_mean_moves_on_every_rank],
    points=2,
    on_cuda=False,
)
def running_var_moves_towards_the_unbiased_variance(draw: Draw) -> Iterator[Given]:
    """On every rank running_var moves, in place, towards the variance that divides by the count of all ranks less 1."""
    yield batches(draw, batch(draw, 0, 2, 2, 2), batch(draw, 1, 1, 2, 3), momentum=0.5)


@grader.check(
    "normalized",
    item=SYNC,
    needs=[running_var_moves_towards_the_unbiased_variance],
    on_cuda=False,
)
def any_number_of_ranks_and_any_layout(draw: Draw) -> Iterator[Given]:
    """One rank alone, float32 and a transposed batch work, and neither x nor weight and bias change."""
    yield batches(draw, batch(draw, 0, 4, 2))
    yield batches(draw, batch(draw, 0, 3, 4, dtype=torch.float32).t(), batch(draw, 1, 2, 3, dtype=torch.float32))
