"""Grades exercises/comparison_masks.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "confusion_counts"


def given(scores: Tensor, target: Tensor, threshold: float | Tensor, about: str = "") -> Given:
    text = "threshold" if isinstance(threshold, Tensor) else f"{threshold}"
    call = f"confusion_counts(scores, target, {text}){', where ' if about else ''}{about}"
    return Given(call, scores=scores, target=target, threshold=threshold)


def clear_cut(draw: Draw, *numbers: int, target: torch.dtype = torch.bool) -> Given:
    """So many of each kind in a shuffled order, and no score near the threshold of 0.5."""
    tp, fp, fn, tn = numbers
    order = torch.randperm(sum(numbers), generator=draw.generator)
    high, low = draw.uniform(tp + fp, low=0.8, high=1.2), draw.uniform(fn + tn, low=-0.4, high=-0.1)
    truth = torch.tensor([1] * tp + [0] * fp + [1] * fn + [0] * tn)
    return given(torch.cat((high, low))[order], truth[order].to(target), 0.5)


def mixed(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32) -> tuple[Tensor, Tensor]:
    """Scores on both sides of every threshold used here, and a bool target; the first element is a clear hit."""
    scores, target = draw.uniform(*shape, low=-4, high=4, dtype=dtype), draw.bits(*shape, dtype=torch.bool)
    if scores.numel():
        scores[(0,) * scores.dim()] = 5.0
        target[(0,) * scores.dim()] = True
    return scores, target


grader.leave_out(ITEM, "another device", because="It returns Python integers, and needs no tensor of its own.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the shape, the dtype and the number of hits when (3,) is compared with (2, 1).",
    distractors=[
        (
            ((3,), "torch.bool", 1),
            "The second tensor need not have the size of the first: both are broadcast to a common shape.",
        ),
        (((2, 3), "torch.uint8", 3), "That is how masks were stored long ago. A comparison now gives bool."),
        (((2, 3), "torch.int64", 3), "The sum of a mask is int64; the mask itself is bool."),
        (((2, 3), "torch.bool", 5), "An element that is equal is not greater."),
        ("RuntimeError", "Sizes may differ wherever one of them is 1 or missing: that is broadcasting."),
    ],
)


@grader.check("counts", item=ITEM, agree=["kind of result"])
def the_counts_are_four_integers(draw: Draw) -> Iterator[Given]:
    """A tuple of four Python integers comes back."""
    yield clear_cut(draw, 1, 1, 1, 1)
    yield clear_cut(draw, 5, 3, 2, 4)


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_counts_are_four_integers], points=2)
def every_element_is_counted_in_its_place(draw: Draw) -> Iterator[Given]:
    """True positives, false positives, false negatives and true negatives are counted, in this order."""
    for numbers in ((1, 2, 3, 4), (6, 4, 1, 2), (2, 5, 4, 1)):
        yield clear_cut(draw, *numbers)


@grader.check("counts", item=ITEM, agree=["counts"], needs=[every_element_is_counted_in_its_place], points=2)
def the_threshold_decides(draw: Draw) -> Iterator[Given]:
    """The scores are compared as they are with the threshold that is given, whatever its value."""
    for threshold in (-1.5, 0.25, 0.0, 3.0):
        yield given(*mixed(draw, 12), threshold)


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_threshold_decides])
def an_equal_score_is_negative(draw: Draw) -> Iterator[Given]:
    """A score that is equal to the threshold is not greater, and so predicted negative."""
    scores = torch.tensor([0.5, 0.5, 0.5, 1.0, 1.0, 0.0])
    target = torch.tensor([1, 1, 0, 1, 0, 0], dtype=torch.bool)
    yield given(scores, target, 0.5, "some scores are 0.5")


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_threshold_decides])
def every_shape_and_layout_is_counted(draw: Draw) -> Iterator[Given]:
    """Scores may have any number of dimensions, and need not lie in one piece in memory."""
    for shape in ((3, 4), (2, 3, 2, 2), ()):
        yield given(*mixed(draw, *shape), 0.25)
    scores, target = mixed(draw, 4, 3)
    yield given(scores.t(), target.t(), 0.25, "both are transposed")
    yield given(scores[:, ::2], target[:, ::2], 0.25, "both have every second column of a larger tensor")


@grader.check("counts", item=ITEM, agree=["counts"], needs=[every_shape_and_layout_is_counted], points=2)
def each_class_can_have_its_own_threshold(draw: Draw) -> Iterator[Given]:
    """A tensor of thresholds broadcasts: one for each column, one for each row, or one for all."""
    for shape, thresholds in (((6, 4), (4,)), ((5, 5), (5,)), ((3, 4), (1, 4)), ((4, 3), (4, 1)), ((2, 4, 3), (3,))):
        yield given(*mixed(draw, *shape), torch.linspace(-3.0, 3.5, torch.Size(thresholds).numel()).view(thresholds))
    yield given(*mixed(draw, 7), torch.tensor(-1.0))


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_threshold_decides], points=2)
def targets_may_have_any_dtype(draw: Draw) -> Iterator[Given]:
    """A target of 1 or 0 may be stored as bool, integer or floating number."""
    for dtype in (torch.int64, torch.uint8, torch.float32, torch.int8, torch.float16):
        yield clear_cut(draw, 3, 1, 2, 4, target=dtype)


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_threshold_decides])
def a_nan_is_negative(draw: Draw) -> Iterator[Given]:
    """A NaN is greater than nothing, so it is predicted negative, and it is counted."""
    scores = torch.tensor([float("nan"), float("nan"), float("nan"), 2.0, float("inf"), float("-inf")])
    target = torch.tensor([1, 1, 0, 1, 0, 0], dtype=torch.bool)
    yield given(scores, target, 0.5, "some scores are NaN")


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_threshold_decides])
def a_count_may_be_zero(draw: Draw) -> Iterator[Given]:
    """What does not occur is counted as 0, in an empty batch too."""
    for numbers in ((0, 2, 3, 1), (3, 0, 0, 2), (0, 0, 0, 3), (2, 0, 0, 0)):
        yield clear_cut(draw, *numbers)
    yield given(*mixed(draw, 0), 0.5)
    yield given(*mixed(draw, 0, 3), torch.tensor([0.1, 0.2, 0.3]))


@grader.check("counts", item=ITEM, agree=["inputs that changed"], needs=[the_threshold_decides])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """Counting leaves scores, target and threshold as they were."""
    yield given(*mixed(draw, 4, 3), 0.5)
    yield given(*mixed(draw, 4, 3), torch.tensor([0.5, -1.0, 2.0]))


@grader.check("counts", item=ITEM, agree=["counts"], needs=[the_inputs_are_left_alone])
def every_precision_is_compared_exactly(draw: Draw) -> Iterator[Given]:
    """Scores are compared in the precision they have, from half to double, and may require a gradient."""
    for dtype in (torch.float16, torch.bfloat16):
        yield given(*mixed(draw, 9, dtype=dtype), 0.25)
    scores, target = mixed(draw, 6)
    yield given(scores.requires_grad_(), target, 0.25, "scores require a gradient")
    close = 0.25 + torch.tensor([1e-12, -1e-12, 2e-12, -2e-12, 1e-12], dtype=torch.float64)
    yield given(close, torch.tensor([1, 1, 0, 0, 1], dtype=torch.bool), 0.25, "scores differ from 0.25 by 1e-12")


@grader.check("counts", item=ITEM, agree=["counts"], needs=[each_class_can_have_its_own_threshold], stretch=True)
def shapes_that_only_broadcast_are_refused(draw: Draw) -> Iterator[Given]:
    """ValueError is raised when target has another shape, or when threshold would give scores another one."""
    scores, target = mixed(draw, 4)
    yield given(scores, target[:, None], 0.5)
    yield given(scores[:, None], target, 0.5)
    yield given(scores[:1], target, 0.5)
    yield given(scores, target, torch.tensor([[0.5], [1.0]]))
    yield given(scores[:1], target, torch.tensor([0.5, 1.0, 2.0, 0.0]))
    yield given(scores[:1], target[:1], torch.tensor([0.5, 1.0, 2.0, 0.0]))
    yield given(scores, target, torch.tensor([0.5, 1.0, 2.0, 0.0]))
