"""Grades exercises/distributed_barrier.py, by the history that real gloo ranks leave behind."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader, Observed
from tutor.judge.rank_history import Fault, RankHistory, difference, ending_fault
from tutor.report import Difference

# gloo works on the CPU, and the order of ranks is the same on every device: no check runs on CUDA.
grader = Grader(profile="multi", wall_seconds=30)
ITEM = "torch_distributed_zero_first"
CALL = "with torch_distributed_zero_first(local_rank): ..."


def rank_0_is_first(expected: Observed, yours: Observed) -> Difference | None:
    history = RankHistory(yours)
    fault = order_fault(history)
    if fault is None and history.place(0, "ends") is None:
        fault = ending_fault(history) or ("body of rank 0", "Rank 0 never came to the end of its body.")
    return difference(fault, expected, yours) if fault else None


def order_fault(history: RankHistory) -> Fault | None:
    """A body starts before rank 0's has ended; the name tells apart what each of the two did before its body."""
    early = [r for r in range(1, history.world_size) if history.is_before((r, "starts"), (0, "ends"))]
    if not early:
        return None
    rank = early[0]
    text = f"Rank {rank} started its body before rank 0 had finished"
    if not any(event.startswith("calls ") for _, event in history.events):
        return "meeting", f"{text}, and no rank called a collective."
    match history.calls_before(0, "starts"), history.calls_before(rank, "starts"):
        case True, True:
            return "order of the bodies", f"{text}; both had been released together."
        case True, False:
            return "turn of rank 0", f"{text}; rank 0 waited, and rank {rank} did not."
        case False, True:
            return "wait", f"{text}, although it had called a collective that rank 0 had not called yet."
    return "start of the others", f"{text}; it had not waited for anything."


def all_come_to_an_end(expected: Observed, yours: Observed) -> Difference | None:
    history = RankHistory(yours)
    fault = ending_fault(history, sum_of_ones=history.world_size)
    return difference(fault, expected, yours) if fault else None


def rank_0_is_first_again(expected: Observed, yours: Observed) -> Difference | None:
    history = RankHistory(yours)
    fault = ending_fault(history, sum_of_ones=history.world_size)
    if fault is None and history.is_before((1, "starts again"), (0, "ends again")):
        fault = "second block", "Rank 1 started its second body before rank 0 had finished its own."
    return difference(fault, expected, yours) if fault else None


def both_nodes_go_first(expected: Observed, yours: Observed) -> Difference | None:
    """Ranks 0 and 2 have local_rank 0: neither waits for the other, and 1 and 3 wait for their own."""
    history = RankHistory(yours)
    fault = ending_fault(history)
    if fault is None and not history.is_before((2, "starts"), (0, "ends")):
        fault = "turn of rank 2", "Rank 2 has local_rank 0, yet it did not start before rank 0 had finished."
    for rank in (1, 3):
        if fault is None and history.is_before((rank, "starts"), (rank - 1, "ends")):
            fault = "order on a node", f"Rank {rank} started its body before rank {rank - 1} had finished."
    return difference(fault, expected, yours) if fault else None


def exception_comes_out(expected: Observed, yours: Observed) -> Difference | None:
    history, due = RankHistory(yours), RankHistory(expected)
    fault = ending_fault(history, sum_of_ones=history.world_size)
    for rank in range(history.world_size):
        caught = [one.place(rank, "catches OSError") is not None for one in (due, history)]
        if fault is None and caught == [True, False]:
            fault = f"exception on rank {rank}", f"Rank {rank} raised OSError in its body, and nothing left the block."
    return difference(fault, expected, yours) if fault else None


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what a barrier does in a program without a process group.",
    distractors=[
        ("None", "Without a group a barrier cannot know which ranks to wait for, so it cannot return either."),
        (
            "RuntimeError",
            "It does fail, but PyTorch has a more exact type for this mistake.",
        ),
        ("AssertionError", "Nothing is asserted here: PyTorch looks for the group, and says with an error of its own."),
        ("TimeoutError", "A timeout belongs to a group that exists. Here there is none yet, so nothing is waited for."),
    ],
)


@grader.check("bodies", item=ITEM, compare=rank_0_is_first, points=3, on_cuda=False)
def no_rank_starts_before_rank_0_has_finished(draw: Draw) -> Iterator[Given]:
    """No rank starts its body before rank 0 has finished its own, however late rank 0 arrives."""
    yield Given(f"{CALL}  on 3 ranks; rank 0 is late", world_size=3, ranks_per_node=3, late=True)


@grader.check("blocks", item=ITEM, compare=all_come_to_an_end, points=3, on_cuda=False)
def no_rank_is_left_waiting(draw: Draw) -> Iterator[Given]:
    """Every rank runs its body and leaves the block, and the next collective finds them all."""
    yield Given(f"{CALL}  on 4 ranks, then all_reduce", world_size=4, rounds=1)
    yield Given(f"{CALL}  on 1 rank, then all_reduce", world_size=1, rounds=1)


@grader.check("alone", item=ITEM, points=1, on_cuda=False)
def without_a_process_group_the_body_just_runs(draw: Draw) -> Iterator[Given]:
    """With local_rank -1 there is no process group, and the body runs at once."""
    yield Given("with torch_distributed_zero_first(-1): ...", local_rank=-1)


@grader.check(
    "blocks",
    item=ITEM,
    compare=rank_0_is_first_again,
    needs=[no_rank_starts_before_rank_0_has_finished, no_rank_is_left_waiting],
    points=1,
    on_cuda=False,
)
def the_block_can_be_used_again(draw: Draw) -> Iterator[Given]:
    """A second block in the same program keeps the same order."""
    yield Given(f"{CALL}  twice, on 2 ranks", world_size=2, rounds=2)


@grader.check(
    "bodies",
    item=ITEM,
    compare=both_nodes_go_first,
    needs=[no_rank_starts_before_rank_0_has_finished, no_rank_is_left_waiting],
    points=2,
    on_cuda=False,
)
def every_node_has_its_own_first_rank(draw: Draw) -> Iterator[Given]:
    """On two nodes both ranks with local_rank 0 go first, and the others wait."""
    yield Given(f"{CALL}  on 2 nodes of 2 ranks", world_size=4, ranks_per_node=2, late=False)


@grader.check(
    "broken_body",
    item=ITEM,
    compare=exception_comes_out,
    needs=[no_rank_is_left_waiting],
    points=1,
    on_cuda=False,
)
def an_exception_leaves_the_block(draw: Draw) -> Iterator[Given]:
    """An exception that the body raises comes out of the block unchanged, on rank 1 and on rank 0."""
    yield Given(f"{CALL}  on 2 ranks; the body raises OSError on rank 1", world_size=2, broken=1)
    yield Given(f"{CALL}  on 1 rank; the body raises OSError on rank 0", world_size=1, broken=0)


@grader.check(
    "broken_body",
    item=ITEM,
    compare=exception_comes_out,
    needs=[no_rank_is_left_waiting, an_exception_leaves_the_block],
    points=2,
    stretch=True,
    on_cuda=False,
)
def an_exception_on_rank_0_releases_the_others(draw: Draw) -> Iterator[Given]:
    """When the body raises on rank 0, the other ranks are still released."""
    yield Given(f"{CALL}  on 3 ranks; the body raises OSError on rank 0", world_size=3, broken=0)
