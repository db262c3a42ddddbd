"""Grades exercises/amp_gradient_accumulation.py."""

import math
from collections.abc import Iterator
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
ITEM = "train_accumulate"
STEADY = {"init_scale": 1024.0, "growth_interval": 1000}
GROWING = {"init_scale": 256.0, "growth_interval": 1}


def given(
    draw: Draw,
    batches: int,
    accum_steps: int,
    *,
    about: str = "",
    infinite: int | None = None,
    scaler: dict[str, Any] = STEADY,
    options: dict[str, Any] | None = None,
    stale: float = 0.0,
    generator: bool = False,
) -> Given:
    size = draw.integer(2, 5)
    pairs = [(draw.normal(size, 3), draw.normal(size, 1)) for _ in range(batches)]
    if infinite is not None:
        pairs[infinite][0][0, 0] = math.inf
    return Given(
        f"train_accumulate(..., {batches} batches, accum_steps={accum_steps}){about}",
        batches=pairs,
        accum_steps=accum_steps,
        scaler=scaler,
        options=options or {},
        stale=stale,
        generator=generator,
        device=[torch.zeros(())],  # where it is says where to train; in a list, it is not shown as an argument
    )


grader.leave_out(ITEM, "empty", because="The mean over a batch without rows is nan, however it is accumulated.")
grader.leave_out(
    ITEM,
    "float16",
    "bfloat16",
    because="Autocast leaves float64 alone, so that sums can be compared; what it casts to has a check of its own.",
)
grader.leave_out(ITEM, "with gradient", because="Batches are data; gradients are for the model's parameters.")
grader.leave_out(ITEM, "another device", because="It makes no tensors; device_type says where the model is.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is when the note's loop steps: after the batches with these numbers, counted from 0.",
    distractors=[
        ([2, 5, 6], "Batch 6 is the seventh, and 7 is no multiple of 3: nothing steps for the leftover."),
        ([3, 6], "The list holds i, and i begins at 0: the third batch has the number 2."),
        ([0, 3, 6], "That is i % 3 == 0. Here i + 1 is divided, so the first window has three batches."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the mean of the two batch means, and the mean over all four values.",
    distractors=[
        ((2.0, 2.0), "The batch of one counts as much as the batch of three, so its value weighs three times as much."),
        ((3.0, 3.0), "The plain mean counts every value once; only the mean of means favours the small batch."),
    ],
)


@grader.check("timeline", item=ITEM, points=1)
def with_one_batch_per_window_every_batch_steps(draw: Draw) -> Iterator[Given]:
    """With accum_steps=1 every batch is a window of its own, with one step and one update."""
    yield given(draw, 1, 1)
    yield given(draw, 3, 1)


@grader.check("timeline", item=ITEM, needs=[with_one_batch_per_window_every_batch_steps], points=2)
def the_optimizer_steps_once_per_window(draw: Draw) -> Iterator[Given]:
    """The optimizer steps once per window, after its last batch, and the windows are counted."""
    yield given(draw, 3, 3)
    yield given(draw, 4, 2)
    yield given(draw, 6, 3)


@grader.check("weights", item=ITEM, needs=[the_optimizer_steps_once_per_window], points=3)
def a_window_equals_one_large_batch(draw: Draw) -> Iterator[Given]:
    """A window of equal batches changes the weights as one step on all of them at once would."""
    yield given(draw, 3, 3)
    yield given(draw, 6, 3)
    yield given(draw, 4, 2)
    yield given(draw, 3, 1)
    turned = given(draw, 3, 3)
    turned.inputs["batches"] = [(draw.normal(3, 4).t(), draw.normal(1, 4).t()) for _ in range(3)]
    yield turned


@grader.check("timeline", item=ITEM, needs=[the_optimizer_steps_once_per_window], points=2)
def the_last_shorter_window_is_a_window(draw: Draw) -> Iterator[Given]:
    """Batches left over at the end make a shorter window, with a step of its own."""
    yield given(draw, 5, 2)
    yield given(draw, 7, 3)
    yield given(draw, 2, 4)


@grader.check(
    "weights",
    item=ITEM,
    needs=[a_window_equals_one_large_batch, the_last_shorter_window_is_a_window],
    points=2,
)
def a_shorter_window_is_averaged_over_its_own_length(draw: Draw) -> Iterator[Given]:
    """The gradient of a shorter window is the mean over the batches it has."""
    yield given(draw, 5, 2)
    yield given(draw, 8, 3)
    yield given(draw, 2, 5)


@grader.check("weights", item=ITEM, needs=[a_shorter_window_is_averaged_over_its_own_length], points=1)
def batches_of_unequal_size_count_alike(draw: Draw) -> Iterator[Given]:
    """Each batch of a window has the same share in its gradient, also when one has fewer rows than another."""
    for accum_steps, sizes in ((2, (6, 1)), (3, (5, 4, 1, 2, 6))):
        unequal = given(draw, len(sizes), accum_steps, about=f", whose batches have {', '.join(map(str, sizes))} rows")
        unequal.inputs["batches"] = [(draw.normal(size, 3), draw.normal(size, 1)) for size in sizes]
        yield unequal


@grader.check("graphs", item=ITEM, needs=[the_last_shorter_window_is_a_window], points=1)
def one_graph_is_alive_at_a_time(draw: Draw) -> Iterator[Given]:
    """Each batch is backpropagated before the next one is computed, so one graph at a time is in memory."""
    yield given(draw, 3, 3)
    yield given(draw, 5, 2)


@grader.check("weights", item=ITEM, needs=[a_window_equals_one_large_batch], points=1)
def old_gradients_do_not_count(draw: Draw) -> Iterator[Given]:
    """Gradients that are already there when training begins have no influence."""
    yield given(draw, 4, 2, about=", with gradients from before", stale=3000.0)


@grader.check("leftovers", item=ITEM, needs=[a_window_equals_one_large_batch], points=1)
def no_gradients_are_left_behind(draw: Draw) -> Iterator[Given]:
    """After the last window all gradients are cleared."""
    yield given(draw, 4, 2)
    yield given(draw, 5, 3)


@grader.check("precision", item=ITEM, needs=[the_optimizer_steps_once_per_window], points=2)
def the_forward_pass_is_autocast(draw: Draw) -> Iterator[Given]:
    """The forward pass and the loss of every batch run under autocast, to the dtype that was asked for."""
    yield given(draw, 4, 2)
    yield given(draw, 4, 2, about=" with dtype=torch.float16", options={"dtype": torch.float16})


@grader.check(
    "scales",
    item=ITEM,
    needs=[a_window_equals_one_large_batch, the_last_shorter_window_is_a_window],
    points=2,
)
def the_scale_changes_between_windows_only(draw: Draw) -> Iterator[Given]:
    """The given scaler is updated once after each window, the last one included, and never inside one."""
    yield given(draw, 4, 2, about=", where the scale doubles at each update", scaler=GROWING)
    yield given(draw, 5, 2, about=", where the scale doubles at each update", scaler=GROWING)


@grader.check("everything", item=ITEM, needs=[the_scale_changes_between_windows_only], points=3)
def an_overflow_skips_its_whole_window(draw: Draw) -> Iterator[Given]:
    """A window with an infinite gradient makes no step and halves the scale once, and the next window is clean."""
    yield given(draw, 6, 2, about=", where batch 3 overflows", infinite=2)
    yield given(draw, 6, 2, about=", where batch 4 overflows", infinite=3)
    yield given(draw, 5, 2, about=", where batch 5 overflows", infinite=4)


@grader.check("everything", item=ITEM, needs=[a_window_equals_one_large_batch], points=1)
def a_disabled_scaler_works_too(draw: Draw) -> Iterator[Given]:
    """With a disabled scaler, as bfloat16 training uses it, the weights are the same as with an enabled one."""
    yield given(draw, 4, 2, about=" with GradScaler(enabled=False)", scaler={"enabled": False})


@grader.check("everything", item=ITEM, needs=[a_shorter_window_is_averaged_over_its_own_length], points=1)
def batches_may_come_from_a_generator(draw: Draw) -> Iterator[Given]:
    """The batches may come from a generator, which has no length and can be read once."""
    yield given(draw, 4, 2, about=" from a generator", generator=True)
    yield given(draw, 5, 3, about=" from a generator", generator=True)


@grader.check("everything", item=ITEM, needs=[with_one_batch_per_window_every_batch_steps], points=1)
def no_batches_make_no_windows(draw: Draw) -> Iterator[Given]:
    """Without a batch there is no window and no step, and nothing is raised."""
    yield given(draw, 0, 3)
    yield given(draw, 0, 1)
