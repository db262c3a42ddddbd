"""Grades exercises/cross_entropy_loss.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "cross_entropy"
SIX = [0, 2, 1, 2, 0, 2]
"""Targets for six samples and three classes, not as many of each."""
PADDED = [-100, 2, 1, -100, 0, 2]
INF = float("inf")


def given(logits: Tensor | Sequence[Any], target: Tensor | list[int], **options: object) -> Given:
    logits = logits if isinstance(logits, Tensor) else torch.tensor(logits, dtype=torch.float64)
    target = target if isinstance(target, Tensor) else torch.tensor(target)
    words = ["logits", "target", *(f"{name}={value!r}" for name, value in options.items())]
    return Given(f"cross_entropy({', '.join(words)})", logits=logits, target=target, options=options)


def scores(draw: Draw, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return draw.normal(*shape, dtype=dtype, scale=2.0)


def targets(draw: Draw, *shape: int, classes: int, ignored: int | None = None) -> Tensor:
    """Random classes; with `ignored` the first third of all places is ignored, most of them in the first image."""
    target = draw.integers(0, classes, *shape)
    if ignored is not None:
        target.view(-1)[: target.numel() // 3] = ignored
    return target


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the cross entropy of scores, of their log-softmax and of their softmax.",
    distractors=[
        (
            [0.4076, 0.4076, 0.4076],
            "A softmax is no log-softmax: its values lie between 0 and 1, so as scores they differ by little.",
        ),
        (
            [0.4076, 0.7972, 0.7972],
            "The exponentials of log-probabilities sum to 1 already: normalizing them again changes nothing.",
        ),
        ([-3.0, 0.4076, 0.7972], "This loss normalizes first; minus a raw score is what nll_loss would give."),
        ([-3.0, 0.4076, -0.6652], "These are minus the entries of class 2; the loss takes a log-softmax first."),
    ],
)


@grader.check("loss", item=ITEM, agree=["loss"])
def a_sample_costs_minus_the_log_share_of_its_class(draw: Draw) -> Iterator[Given]:
    """The loss of one sample is minus the log-softmax of its scores, at its target."""
    yield given(torch.tensor([[1.0, 2.0, 3.0]]), [2])
    yield given(scores(draw, 1, 5), [3])
    yield given(scores(draw, 1, 2), [0])


@grader.check("loss", item=ITEM, agree=["loss"], needs=[a_sample_costs_minus_the_log_share_of_its_class], points=2)
def the_mean_runs_over_the_batch(draw: Draw) -> Iterator[Given]:
    """Each row has scores and a target of its own, and the loss is the mean over the rows."""
    yield given(scores(draw, 6, 3), SIX)
    yield given(scores(draw, 3, 3), [1, 2, 0])
    yield given(scores(draw, 3, 7, dtype=torch.float32), [6, 0, 4])


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_mean_runs_over_the_batch], points=2)
def large_scores_give_a_finite_loss(draw: Draw) -> Iterator[Given]:
    """At scores of 1000 and -1000 the loss is finite and right, whether the network is right or wrong."""
    yield given([[1000.0, 0.0], [0.0, 1000.0]], [1, 1])
    yield given(scores(draw, 3, 4) + 1000.0, [1, 3, 0])
    yield given(torch.tensor([[0.0, 200.0, -200.0]]), [2])


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_mean_runs_over_the_batch], points=3)
def smoothing_spreads_a_share_over_all_classes(draw: Draw) -> Iterator[Given]:
    """label_smoothing takes that share from the target and spreads it evenly over all classes, the target too."""
    yield given(scores(draw, 1, 3), [1], label_smoothing=1.0)
    yield given(scores(draw, 1, 5), [2], label_smoothing=0.1)
    yield given(scores(draw, 6, 3), SIX, label_smoothing=0.25)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_mean_runs_over_the_batch], points=2)
def the_mean_leaves_out_ignored_targets(draw: Draw) -> Iterator[Given]:
    """Targets of ignore_index add nothing to the sum, and the mean does not count them."""
    yield given(scores(draw, 6, 3), PADDED)
    yield given(scores(draw, 6, 3), [0, 255, 1, 2, 255, 2], ignore_index=255)
    yield given(scores(draw, 6, 3), SIX, ignore_index=2)


@grader.check(
    "loss",
    item=ITEM,
    agree=["loss"],
    needs=[smoothing_spreads_a_share_over_all_classes, the_mean_leaves_out_ignored_targets],
)
def ignored_targets_are_not_smoothed(draw: Draw) -> Iterator[Given]:
    """With label smoothing an ignored target still adds nothing at all."""
    yield given(scores(draw, 6, 3), PADDED, label_smoothing=0.1)
    yield given(scores(draw, 4, 5), [3, -1, 0, -1], label_smoothing=0.5, ignore_index=-1)


@grader.check(
    "loss",
    item=ITEM,
    agree=["loss"],
    needs=[smoothing_spreads_a_share_over_all_classes, the_mean_leaves_out_ignored_targets],
    points=2,
)
def classes_are_on_dim_one_of_an_image_too(draw: Draw) -> Iterator[Given]:
    """For (N, C, d1, ...) there is a target for every place, and the mean runs over all places that are kept."""
    yield given(scores(draw, 2, 3, 4), targets(draw, 2, 4, classes=3))
    yield given(scores(draw, 2, 4, 3, 5), targets(draw, 2, 3, 5, classes=4, ignored=255), ignore_index=255)
    yield given(scores(draw, 2, 4, 3, 3), targets(draw, 2, 3, 3, classes=4), label_smoothing=0.1)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[the_mean_leaves_out_ignored_targets])
def with_nothing_kept_the_mean_is_nan(draw: Draw) -> Iterator[Given]:
    """The mean of no losses is nan: when every target is ignored, and when there is no sample."""
    yield given(scores(draw, 3, 4), [-100, -100, -100])
    yield given(scores(draw, 0, 3), targets(draw, 0, classes=3))


@grader.check("loss", item=ITEM, agree=["inputs that changed"], needs=[the_mean_leaves_out_ignored_targets])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither logits nor target."""
    yield given(scores(draw, 6, 3), PADDED)
    yield given(scores(draw, 2, 3, 4, dtype=torch.float32), targets(draw, 2, 4, classes=3), label_smoothing=0.1)


@grader.check(
    "loss_and_gradient",
    item=ITEM,
    agree=["gradient of logits"],
    needs=[ignored_targets_are_not_smoothed, the_inputs_are_left_alone],
    points=2,
)
def the_gradient_is_prediction_minus_target(draw: Draw) -> Iterator[Given]:
    """A kept row has the gradient softmax minus target, divided by the number kept; an ignored row has 0."""
    yield given(scores(draw, 6, 3).requires_grad_(), SIX)
    yield given(scores(draw, 6, 3).requires_grad_(), PADDED, label_smoothing=0.2)
    yield given(torch.tensor([[0.0, 800.0]], dtype=torch.float64).requires_grad_(), [0])


@grader.check(
    "loss",
    item=ITEM,
    agree=["loss"],
    needs=[smoothing_spreads_a_share_over_all_classes, the_mean_leaves_out_ignored_targets],
)
def the_dtype_of_the_logits_is_kept(draw: Draw) -> Iterator[Given]:
    """The loss has the dtype of the logits, in half precision too."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given(scores(draw, 6, 3, dtype=dtype), SIX, label_smoothing=0.1)
        yield given(scores(draw, 6, 3, dtype=dtype), PADDED)


@grader.check("loss", item=ITEM, agree=["loss"], needs=[classes_are_on_dim_one_of_an_image_too])
def any_layout_and_any_size_will_do(draw: Draw) -> Iterator[Given]:
    """The logits may lie in memory with their classes last, the targets may be transposed, and one class is enough."""
    channels_last = scores(draw, 2, 3, 5, 4).permute(0, 3, 1, 2)
    yield given(channels_last, targets(draw, 2, 3, 5, classes=4))
    yield given(scores(draw, 2, 4, 3, 5), targets(draw, 2, 5, 3, classes=4).transpose(1, 2))
    yield given(scores(draw, 1, 1), [0])
    yield given(scores(draw, 2, 1), [0, -100])


@grader.check(
    "loss",
    item=ITEM,
    agree=["loss"],
    needs=[smoothing_spreads_a_share_over_all_classes, the_mean_leaves_out_ignored_targets],
    mode="other_default",
)
def the_loss_lives_where_the_logits_live(draw: Draw) -> Iterator[Given]:
    """With the inputs on the GPU the loss is computed and returned there."""
    yield given(scores(draw, 6, 3), PADDED)
    yield given(scores(draw, 6, 3), SIX, label_smoothing=0.1)


@grader.check("loss_and_gradient", item=ITEM, needs=[the_mean_leaves_out_ignored_targets], points=2, stretch=True)
def a_class_that_is_ruled_out_changes_nothing(draw: Draw) -> Iterator[Given]:
    """A score of -inf for a class that is not the target leaves the loss and the gradient finite."""
    values = scores(draw, 3, 4)
    values[0, 1] = values[2, 0] = values[2, 3] = -INF
    yield given(values.requires_grad_(), [0, 2, 1])
