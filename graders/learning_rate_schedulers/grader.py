"""Grades exercises/learning_rate_schedulers.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True)
STEP, MULTI, WARMUP, FIT = "step_lr", "multistep_lr", "warmup_linear_lambda", "fit_with_schedule"
CLOSE = Tolerance(1e-9, 1e-15)
"""A scheduler multiplies step by step, a formula all at once."""
EPOCHS = 14


def stepped(base_lr: float, step_size: int, gamma: float, epochs: Sequence[int] = range(EPOCHS)) -> Given:
    call = f"step_lr({base_lr}, {step_size}, {gamma}, epoch), for epoch {epochs[0]} to {epochs[-1]}"
    return Given(call, base_lr=base_lr, step_size=step_size, gamma=gamma, epochs=list(epochs))


def multistepped(base_lr: float, milestones: list[int], gamma: float, epochs: Sequence[int] = range(EPOCHS)) -> Given:
    call = f"multistep_lr({base_lr}, {milestones}, {gamma}, epoch), for epoch {epochs[0]} to {epochs[-1]}"
    return Given(call, base_lr=base_lr, milestones=milestones, gamma=gamma, epochs=list(epochs))


def factors(warmup: int, total: int, epochs: Sequence[int]) -> Given:
    names = f"epoch {epochs[0]}" if len(epochs) == 1 else f"epochs {epochs[0]} to {epochs[-1]}"
    return Given(
        f"warmup_linear_lambda({warmup}, {total}), called for {names}",
        warmup=warmup,
        total=total,
        epochs=list(epochs),
    )


def fitting(
    draw: Draw,
    epochs: int,
    *,
    schedule: str = "step",
    momentum: float = 0.0,
    stale: float = 0.0,
    age: int = 0,
    groups: int = 1,
    dtype: torch.dtype = torch.float64,
) -> Given:
    names = {"step": "a StepLR", "multi": "a MultiStepLR", "lambda": "a LambdaLR", "cosine": "a CosineAnnealingLR"}
    about = [f"scheduler is {names[schedule]}"]
    about += [f"has made {age} steps before"] if age else []
    about += ["there are gradients from before"] if stale else []
    about += [f"there are {groups} groups"] if groups > 1 else []
    weights: list[Any] = [draw.normal(3, dtype=dtype) for _ in range(groups)]
    return Given(
        f"fit_with_schedule(optimizer, scheduler, loss_fn, {epochs}), where {' and '.join(about)}",
        weights=weights,
        targets=[draw.normal(3, dtype=dtype) for _ in range(groups)],
        lr=draw.integer(1, 4) / 10,
        epochs=epochs,
        schedule=schedule,
        momentum=momentum,
        stale=stale,
        age=age,
    )


grader.leave_out(
    FIT,
    "strided",
    "empty",
    "one element",
    "float16",
    "bfloat16",
    because="It calls an optimizer and a loss that are given; what they compute with is their own affair.",
)
grader.leave_out(
    FIT, "with gradient", "unchanged", because="The optimizer holds the parameters, and is there to change them."
)
grader.leave_out(FIT, "another device", because="It makes no tensors.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the learning rate of six epochs with milestones 2 and 4.",
    distractors=[
        ([1.0, 1.0, 1.0, 0.1, 0.1, 0.01], "A milestone counts in the epoch that it names, not one later."),
        ([1.0, 1.0, 0.01, 0.01, 0.0001, 0.0001], "The exponent is how many milestones are behind, not which."),
        ([1.0, 1.0, 0.1, 1.0, 0.1, 1.0], "What was multiplied stays multiplied in the epochs that follow."),
        ([1.0, 1.0, 0.1, 0.1, 0.1, 0.1], "The second milestone counts as well."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is three learning rates right after a LambdaLR was made, before any step.",
    distractors=[
        ((0.4, 0.4, 0.4), "Making the scheduler already applies lambda(0)."),
        ((0.2, 0.2, 0.4), "The defaults are what the constructor was called with; no scheduler touches them."),
        ((0.4, 0.5, 0.4), "The lambda gives a factor, not a rate."),
        ((0.4, 0.2, 0.2), "initial_lr is kept from before, because every factor is a factor of it."),
    ],
)


@grader.check("step_rates", item=STEP, tolerance=CLOSE, on_cuda=False)
def it_begins_with_the_base_rate(draw: Draw) -> Iterator[Given]:
    """Until epoch step_size - 1 the learning rate is base_lr."""
    yield stepped(0.1, 14, 0.5)
    yield stepped(draw.integer(1, 9) / 10, 5, 0.1, range(5))
    yield stepped(0.4, 1, 0.5, range(1))


@grader.check("step_rates", item=STEP, tolerance=CLOSE, needs=[it_begins_with_the_base_rate], points=2, on_cuda=False)
def every_step_size_epochs_it_drops(draw: Draw) -> Iterator[Given]:
    """In epoch step_size it is multiplied by gamma, in epoch 2 step_size once more, and so on."""
    yield stepped(0.1, 3, 0.1)
    yield stepped(draw.integer(1, 9) / 10, draw.integer(2, 6), 0.5)
    yield stepped(1.0, 1, 0.9)
    yield stepped(0.1, 4, 2.0)
    yield stepped(0.1, 30, 0.1, range(88, 92))


@grader.check("multistep_rates", item=MULTI, tolerance=CLOSE, on_cuda=False)
def before_the_first_milestone_it_is_the_base_rate(draw: Draw) -> Iterator[Given]:
    """Before the first milestone, and without any, the learning rate is base_lr."""
    yield multistepped(draw.integer(1, 9) / 10, [], 0.1)
    yield multistepped(0.1, [3, 8], 0.1, range(3))


@grader.check(
    "multistep_rates",
    item=MULTI,
    tolerance=CLOSE,
    needs=[before_the_first_milestone_it_is_the_base_rate],
    points=2,
    on_cuda=False,
)
def each_milestone_counts_from_its_epoch_on(draw: Draw) -> Iterator[Given]:
    """From the epoch that a milestone names the rate is multiplied by gamma once more, and it stays so."""
    yield multistepped(1.0, [2, 4], 0.1)
    yield multistepped(0.1, [3, 5, 11], 0.5)
    yield multistepped(0.1, [draw.integer(2, 5), draw.integer(6, 13)], 0.1)
    yield multistepped(0.4, [0, 6], 0.5)
    yield multistepped(0.1, [30, 80], 0.1, range(78, 83))


@grader.check(
    "multistep_rates",
    item=MULTI,
    tolerance=CLOSE,
    needs=[each_milestone_counts_from_its_epoch_on],
    points=1,
    on_cuda=False,
)
def milestones_in_any_order_and_twice(draw: Draw) -> Iterator[Given]:
    """The milestones may be in any order, a repeated one counts twice, and the list stays as it is."""
    yield multistepped(1.0, [8, 2, 5], 0.5)
    yield multistepped(1.0, [3, 3, 6], 0.5)
    yield multistepped(0.1, [9, 4, 9, 1], 0.1)


@grader.check("function", item=WARMUP, on_cuda=False)
def a_function_of_the_epoch_comes_back(draw: Draw) -> Iterator[Given]:
    """What comes back is a function that takes the epoch and returns a number, which is 1 at the end of the warm-up."""
    for warmup in (5, draw.integer(2, 9)):
        yield factors(warmup, 20, [warmup - 1])


@grader.check("factors", item=WARMUP, needs=[a_function_of_the_epoch_comes_back], points=2, on_cuda=False)
def it_climbs_in_equal_steps(draw: Draw) -> Iterator[Given]:
    """In epoch e of the warm-up the factor is (e + 1) / warmup: above 0 from the first epoch on."""
    yield factors(4, 12, range(4))
    yield factors(draw.integer(5, 9), 20, range(5))
    yield factors(1, 6, range(1))


@grader.check("factors", item=WARMUP, needs=[it_climbs_in_equal_steps], points=2, on_cuda=False)
def it_falls_in_a_line_to_zero(draw: Draw) -> Iterator[Given]:
    """After the warm-up it falls in a straight line, from 1 in epoch `warmup` to 0 in epoch `total`."""
    yield factors(4, 12, range(4, 13))
    yield factors(draw.integer(1, 5), draw.integer(12, 20), range(5, 13))
    yield factors(3, 4, range(3, 5))


@grader.check("factors", item=WARMUP, needs=[it_falls_in_a_line_to_zero], on_cuda=False)
def it_never_becomes_negative(draw: Draw) -> Iterator[Given]:
    """After epoch `total` the factor stays at 0."""
    yield factors(4, 12, range(12, 18))
    yield factors(draw.integer(2, 4), 9, [10, 50, 1000])


@grader.check("factors", item=WARMUP, needs=[a_function_of_the_epoch_comes_back], on_cuda=False)
def a_warmup_of_zero_is_none(draw: Draw) -> Iterator[Given]:
    """With warmup=0 it starts at 1 and falls at once."""
    yield factors(0, 8, range(10))
    yield factors(0, draw.integer(3, 9), range(3))


@grader.check("scheduled", item=WARMUP, needs=[it_falls_in_a_line_to_zero], on_cuda=False)
def it_may_be_asked_in_any_order(draw: Draw) -> Iterator[Given]:
    """The factor depends on the epoch alone, so that one function serves two groups, and a resumed training."""
    yield factors(4, 10, [7, 2, 2, 0, 9])
    yield factors(draw.integer(3, 6), 12, [5, 5, 1, 11, 3])


@grader.check("report", item=FIT, points=1)
def there_is_one_rate_for_each_epoch(draw: Draw) -> Iterator[Given]:
    """A list with one float for each epoch comes back, and each epoch computes the loss and steps once."""
    yield fitting(draw, 4)
    yield fitting(draw, 0)


@grader.check("rates", item=FIT, needs=[there_is_one_rate_for_each_epoch], points=2)
def the_rate_is_the_one_that_was_used(draw: Draw) -> Iterator[Given]:
    """The list holds the learning rate that each step was taken with, from the first to the last."""
    yield fitting(draw, 6)
    yield fitting(draw, 6, schedule="multi")
    yield fitting(draw, 5, schedule="lambda")
    yield fitting(draw, 5, schedule="cosine")
    yield fitting(draw, 5, groups=2)


@grader.check("weights", item=FIT, needs=[there_is_one_rate_for_each_epoch], points=2)
def the_weights_follow_the_schedule(draw: Draw) -> Iterator[Given]:
    """Each step uses the gradient of its own epoch alone, and the learning rate that the schedule has for it."""
    yield fitting(draw, 5)
    yield fitting(draw, 5, schedule="multi", momentum=0.5)
    yield fitting(draw, 4, schedule="lambda")
    yield fitting(draw, 4, groups=2, dtype=torch.float32)


@grader.check("weights", item=FIT, needs=[the_weights_follow_the_schedule], points=1)
def old_gradients_do_not_count(draw: Draw) -> Iterator[Given]:
    """Gradients that are already there have no influence."""
    yield fitting(draw, 3, stale=5.0)
    yield fitting(draw, 3, stale=-50.0, schedule="cosine")


@grader.check("end", item=FIT, needs=[the_rate_is_the_one_that_was_used], points=1)
def the_scheduler_is_ready_for_the_next_epoch(draw: Draw) -> Iterator[Given]:
    """Afterwards the scheduler has counted every epoch, and the optimizer has the rate of the next one."""
    yield fitting(draw, 4)
    yield fitting(draw, 3, schedule="lambda")
    yield fitting(draw, 0)


@grader.check("warned", item=FIT, needs=[the_rate_is_the_one_that_was_used], points=1)
def pytorch_gives_no_warning(draw: Draw) -> Iterator[Given]:
    """PyTorch has nothing to warn about: neither the order of the two steps nor a call that is deprecated."""
    yield fitting(draw, 3)
    yield fitting(draw, 4, schedule="multi")


@grader.check("rates", item=FIT, needs=[pytorch_gives_no_warning], points=1)
def a_schedule_may_have_begun_before(draw: Draw) -> Iterator[Given]:
    """A scheduler that has made steps before goes on from the epoch where it is."""
    yield fitting(draw, 4, age=3)
    yield fitting(draw, 4, schedule="multi", age=2)
    yield fitting(draw, 3, schedule="lambda", age=2)
