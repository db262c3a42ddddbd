"""Grades exercises/nll_loss.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "nll_loss"
SIX = [0, 2, 1, 2, 0, 2]
"""Targets for six samples and three classes, not as many of each."""


def given(log_probs: Tensor, target: Tensor | list[int], weight: Tensor | None = None, **options: object) -> Given:
    target = target if isinstance(target, Tensor) else torch.tensor(target)
    words = ["log_probs", "target"] + ["weight"] * (weight is not None)
    words += [f"{name}={value!r}" for name, value in options.items()]
    call = f"nll_loss({', '.join(words)})"
    return Given(call, log_probs=log_probs, target=target, weight=weight, options=options)


def log_probs(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return draw.normal(*shape, scale=2.0).log_softmax(1).to(dtype)


def weights(draw: Draw, classes: int, dtype: torch.dtype = torch.float64) -> Tensor:
    """Class weights that are all different."""
    return torch.arange(1, classes + 1, dtype=dtype) + draw.uniform(classes, high=0.5, dtype=dtype)


def targets(draw: Draw, *shape: int, classes: int, ignored: int | None = None) -> Tensor:
    """Random classes, of which every third is ignored when `ignored` says by which value."""
    target = draw.integers(0, classes, *shape)
    if ignored is not None:
        target.view(-1)[::3] = ignored
    return target


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the mean loss of two samples whose classes weigh 1 and 3.",
    distractors=[
        (6.5, "This divides by the number of samples; the mean is a weighted one."),
        (2.5, "This is the mean without weights; the second sample counts three times."),
        (13.0, "This is the sum, before the division."),
    ],
)


@grader.check("loss", item=ITEM, agree=["loss"])
def the_entry_at_the_target_is_negated(draw: Draw) -> Iterator[Given]:
    """The loss of one sample is minus the entry that its target names, and nothing else."""
    for target in (0, 1, 2):
        yield given(torch.tensor([[1.0, 2.0, 3.0]]), [target])
    yield given(log_probs(draw, 1, 5), [3])


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_entry_at_the_target_is_negated], points=2)
def the_mean_runs_over_the_batch(draw: Draw) -> Iterator[Given]:
    """Each row has a target of its own, and the loss is the mean over the rows."""
    yield given(log_probs(draw, 6, 3), SIX)
    yield given(log_probs(draw, 3, 7, dtype=torch.float32), [6, 0, 4])
    yield given(log_probs(draw, 3, 3), [1, 2, 0], reduction="mean")


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_mean_runs_over_the_batch])
def none_keeps_every_loss_and_sum_adds_them(draw: Draw) -> Iterator[Given]:
    """With reduction="none" every target has its own loss, with "sum" they are added."""
    yield given(log_probs(draw, 6, 3), SIX, reduction="none")
    yield given(log_probs(draw, 6, 3), SIX, reduction="sum")


@grader.check("loss", item=ITEM, agree=["loss"], needs=[none_keeps_every_loss_and_sum_adds_them])
def an_unknown_reduction_is_refused(draw: Draw) -> Iterator[Given]:
    """A reduction other than "mean", "sum" and "none" raises ValueError."""
    for name in ("average", "Mean", "total"):
        yield given(log_probs(draw, 6, 3), SIX, reduction=name)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[none_keeps_every_loss_and_sum_adds_them], points=2)
def each_loss_is_weighted_by_its_class(draw: Draw) -> Iterator[Given]:
    """The weight of the target's class multiplies each loss, and the mean divides by the sum of these weights."""
    yield given(log_probs(draw, 6, 3), SIX, weights(draw, 3), reduction="none")
    yield given(log_probs(draw, 6, 3), SIX, weights(draw, 3), reduction="sum")
    yield given(log_probs(draw, 6, 3), SIX, weights(draw, 3))


@grader.check("loss", item=ITEM, agree=["loss"], needs=[each_loss_is_weighted_by_its_class], points=2)
def ignored_targets_add_nothing(draw: Draw) -> Iterator[Given]:
    """A target of ignore_index has a loss of 0, and the mean does not count it."""
    yield given(log_probs(draw, 6, 3), [-100, 2, 1, -100, 0, 2], reduction="none")
    yield given(log_probs(draw, 6, 3), [-100, 2, 1, -100, 0, 2])
    yield given(log_probs(draw, 6, 3), [0, 255, 1, 2, 255, 2], weights(draw, 3), ignore_index=255)
    yield given(log_probs(draw, 6, 3), SIX, weights(draw, 3), ignore_index=2)
    yield given(log_probs(draw, 4, 3), [1, -1, 0, 2], ignore_index=-1, reduction="sum")


@grader.check("loss", item=ITEM, agree=["loss"], needs=[ignored_targets_add_nothing], points=2)
def classes_are_on_dim_one_of_an_image_too(draw: Draw) -> Iterator[Given]:
    """For (N, C, d1, ...) there is a target for every place, and the mean runs over all places that are kept."""
    yield given(log_probs(draw, 2, 3, 4), targets(draw, 2, 4, classes=3))
    yield given(log_probs(draw, 2, 4, 3, 5), targets(draw, 2, 3, 5, classes=4), reduction="none")
    target = targets(draw, 2, 3, 5, classes=4, ignored=255)
    yield given(log_probs(draw, 2, 4, 3, 5), target, weights(draw, 4), ignore_index=255)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[ignored_targets_add_nothing])
def a_batch_of_nothing_but_ignored_targets_has_no_mean(draw: Draw) -> Iterator[Given]:
    """When no target is kept the mean is nan, the sum is 0, and every single loss is 0."""
    for reduction in ("mean", "sum", "none"):
        yield given(log_probs(draw, 3, 4), [-100, -100, -100], reduction=reduction)


@grader.check(
    "loss", item=ITEM, agree=["loss"], needs=[classes_are_on_dim_one_of_an_image_too], points=2, on_cuda=False
)
def a_class_that_does_not_exist_is_refused(draw: Draw) -> Iterator[Given]:
    """A target below 0 or above C - 1 raises IndexError unless it is ignore_index."""
    yield given(log_probs(draw, 3, 4), [0, 4, 1])
    yield given(log_probs(draw, 3, 4), [0, -1, 1], reduction="none")
    yield given(log_probs(draw, 3, 4), [0, -100, 1], ignore_index=255)
    yield given(log_probs(draw, 1, 3, 2), torch.tensor([[1, 7]]), reduction="sum")


@grader.check("loss", item=ITEM, agree=["inputs that changed"], needs=[classes_are_on_dim_one_of_an_image_too])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither log_probs nor target nor weight."""
    yield given(log_probs(draw, 6, 3), [-100, 2, 1, -100, 0, 2], weights(draw, 3))
    yield given(log_probs(draw, 2, 3, 4), targets(draw, 2, 4, classes=3, ignored=-100), reduction="none")


@grader.check("loss_and_gradient", item=ITEM, agree=["gradient of log_probs"], needs=[the_inputs_are_left_alone])
def the_gradient_reaches_the_entries_that_were_picked(draw: Draw) -> Iterator[Given]:
    """Only the entries that targets name have a gradient: minus their weight, divided as the reduction divides."""
    yield given(log_probs(draw, 6, 3).requires_grad_(), SIX)
    yield given(log_probs(draw, 6, 3).requires_grad_(), [-100, 2, 1, -100, 0, 2], weights(draw, 3))
    yield given(log_probs(draw, 2, 3, 4).requires_grad_(), targets(draw, 2, 4, classes=3), reduction="none")


@grader.check("loss", item=ITEM, agree=["loss"], needs=[ignored_targets_add_nothing])
def the_dtype_of_log_probs_is_kept(draw: Draw) -> Iterator[Given]:
    """The loss has the dtype of log_probs, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16):
        for reduction in ("mean", "none"):
            yield given(log_probs(draw, 6, 3, dtype=dtype), SIX, weights(draw, 3, dtype), reduction=reduction)
    yield given(log_probs(draw, 6, 3, dtype=torch.float32), SIX)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[classes_are_on_dim_one_of_an_image_too])
def any_layout_and_any_size_will_do(draw: Draw) -> Iterator[Given]:
    """The inputs may be views with another layout in memory; there may be one class, or no sample at all."""
    channels_last = log_probs(draw, 2, 4, 3, 5).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)
    yield given(channels_last, targets(draw, 2, 3, 5, classes=4))
    yield given(log_probs(draw, 2, 4, 3, 5), targets(draw, 2, 5, 3, classes=4).transpose(1, 2), reduction="none")
    yield given(log_probs(draw, 2, 1), [0, -100], weights(draw, 1))
    yield given(log_probs(draw, 0, 3), targets(draw, 0, classes=3), reduction="sum")
    yield given(log_probs(draw, 0, 3), targets(draw, 0, classes=3), reduction="none")


@grader.check("loss", item=ITEM, agree=["loss"], needs=[ignored_targets_add_nothing], mode="other_default")
def the_loss_lives_where_log_probs_live(draw: Draw) -> Iterator[Given]:
    """With the inputs on the GPU the loss is computed and returned there."""
    yield given(log_probs(draw, 6, 3), [-100, 2, 1, -100, 0, 2])
    yield given(log_probs(draw, 6, 3), SIX, weights(draw, 3), reduction="none")


@grader.check("loss_and_gradient", item=ITEM, needs=[ignored_targets_add_nothing], points=2, stretch=True)
def minus_infinity_elsewhere_changes_nothing(draw: Draw) -> Iterator[Given]:
    """A log-probability of -inf that no target names, or only an ignored row has, changes neither loss nor gradient."""
    for places, target in ((((0, 1), (2, 0)), [0, 2, 1]), (((1, 0), (1, 1)), [0, -100, 1])):
        values = log_probs(draw, 3, 3)
        for place in places:
            values[place] = float("-inf")
        yield given(values.requires_grad_(), target)
