"""Grades exercises/batchnorm_and_dropout_modes.py."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ITEM = "batch_norm"

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is which values a dropout with p=0.75 makes of ones in training.",
    distractors=[
        ([0.0, 1.0], "What is kept is scaled up, so that the expected sum stays the same."),
        ([0.0, 0.25], "What is kept gets larger, not smaller."),
        ([0.0, 1.3333], "1 - p are kept, so that is what the kept values are divided by."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what a new batch norm in eval mode returns for one row of 2, 4 and 6.",
    distractors=[
        ("ValueError", "One value per channel is too few to measure a variance. Eval mode does not measure."),
        ([0.0, 0.0, 0.0], "This is the row minus its own mean per channel; eval mode subtracts the running mean."),
        ([-1.0, 0.0, 1.0], "A channel is normalized on its own, not across the row."),
        ([-1.225, 0.0, 1.225], "A channel is normalized on its own, not across the row."),
    ],
)


def given(draw: Draw, x: Tensor, training: bool, dtype: torch.dtype | None = None, **options: float) -> Given:
    """x, and statistics, weight and bias that are neither 0 nor 1, in its dtype unless another one is given."""
    channels, kind = x.shape[1], dtype or x.dtype
    words = "".join(f", {name}={value}" for name, value in options.items())
    return Given(
        f"batch_norm(x, running_mean, running_var, weight, bias, training={training}{words})",
        x=x,
        running_mean=draw.uniform(channels, low=-1.0, high=1.0, dtype=kind),
        running_var=draw.uniform(channels, low=0.5, high=3.0, dtype=kind),
        weight=draw.uniform(channels, low=0.5, high=2.0, dtype=kind),
        bias=draw.uniform(channels, low=-1.0, high=1.0, dtype=kind),
        training=training,
        options=options,
    )


def batch(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Values with another mean and spread in each channel; every other one lies above, so that no variance is tiny."""
    rest = [1] * (len(shape) - 2)
    count = shape[0] * math.prod(shape[2:])
    above = (2.0 * (torch.arange(count) % 2) - 1.0).reshape(shape[0], 1, *shape[2:])
    spread = draw.uniform(1, shape[1], *rest, low=0.5, high=2.0)
    mean = draw.uniform(1, shape[1], *rest, low=-2.0, high=2.0)
    return ((above + draw.normal(*shape, scale=0.3)) * spread + mean).to(dtype)


@grader.check("normalized", item=ITEM, agree=["output"], points=2)
def eval_mode_uses_the_running_statistics(draw: Draw) -> Iterator[Given]:
    """With training=False every channel is normalized with running_mean and running_var, then weighted and shifted."""
    yield given(draw, batch(draw, 4, 3), training=False)
    yield given(draw, batch(draw, 1, 3), training=False)
    yield given(draw, batch(draw, 2, 2), training=False)


@grader.check("normalized", item=ITEM, agree=["output"], needs=[eval_mode_uses_the_running_statistics])
def channels_are_the_second_dimension(draw: Draw) -> Iterator[Given]:
    """The statistics belong to dimension 1, however many dimensions come behind it."""
    for shape in ((2, 3, 4), (2, 3, 2, 4), (2, 3, 2, 1, 2), (3, 3, 3, 3)):
        yield given(draw, batch(draw, *shape), training=False)


@grader.check(
    "normalized", item=ITEM, agree=["running_mean", "running_var"], needs=[eval_mode_uses_the_running_statistics]
)
def eval_mode_measures_nothing(draw: Draw) -> Iterator[Given]:
    """With training=False the running statistics keep their values."""
    yield given(draw, batch(draw, 4, 3), training=False)
    yield given(draw, batch(draw, 2, 3, 2, 2), training=False)


@grader.check("normalized", item=ITEM, agree=["output"], needs=[eval_mode_uses_the_running_statistics], points=3)
def training_mode_uses_the_batch(draw: Draw) -> Iterator[Given]:
    """With training=True every channel is normalized with its own mean and biased variance in this batch."""
    yield given(draw, batch(draw, 4, 3), training=True)
    yield given(draw, batch(draw, 2, 3), training=True)
    yield given(draw, batch(draw, 5, 2), training=True)


@grader.check(
    "normalized",
    item=ITEM,
    agree=["output"],
    needs=[training_mode_uses_the_batch, channels_are_the_second_dimension],
    points=2,
)
def the_batch_and_all_places_are_averaged(draw: Draw) -> Iterator[Given]:
    """In images the mean and variance of a channel run over the batch and over all places; one image may be enough."""
    for shape in ((3, 2, 4), (2, 3, 2, 4), (1, 3, 2, 2), (2, 2, 2, 1, 3)):
        yield given(draw, batch(draw, *shape), training=True)


@grader.check("normalized", item=ITEM, agree=["running_mean"], needs=[the_batch_and_all_places_are_averaged], points=2)
def running_mean_moves_towards_the_batch(draw: Draw) -> Iterator[Given]:
    """A training step moves running_mean, in place, by a share of momentum towards the mean of the batch."""
    yield given(draw, batch(draw, 4, 3), training=True)
    yield given(draw, batch(draw, 2, 3, 2, 4), training=True)
    yield given(draw, batch(draw, 4, 3), training=True, momentum=0.3)
    yield given(draw, batch(draw, 4, 3), training=True, momentum=1.0)


@grader.check("normalized", item=ITEM, agree=["running_var"], needs=[running_mean_moves_towards_the_batch], points=2)
def running_var_moves_towards_the_unbiased_variance(draw: Draw) -> Iterator[Given]:
    """A training step moves running_var, in place, towards the unbiased variance of the batch."""
    yield given(draw, batch(draw, 4, 3), training=True)
    yield given(draw, batch(draw, 2, 3), training=True)
    yield given(draw, batch(draw, 2, 3, 2, 4), training=True)
    yield given(draw, batch(draw, 4, 3), training=True, momentum=0.3)


@grader.check("normalized", item=ITEM, agree=["output"], needs=[training_mode_uses_the_batch])
def eps_is_added_to_the_variance(draw: Draw) -> Iterator[Given]:
    """eps is added to the variance before the root is taken, so a tiny variance shows it."""
    for training in (True, False):
        case = given(draw, batch(draw, 4, 3) * 0.01, training=training, eps=1e-3)
        case.inputs["running_var"] = case.inputs["running_var"] * 1e-4
        yield case
    quiet = given(draw, batch(draw, 4, 3) * 0.002, training=True)
    yield quiet


@grader.check("normalized", item=ITEM, agree=["output"], needs=[training_mode_uses_the_batch])
def one_value_per_channel_is_refused(draw: Draw) -> Iterator[Given]:
    """With training=True and a single value per channel it raises ValueError; in eval mode that is fine."""
    for shape in ((1, 3), (1, 3, 1), (1, 2, 1, 1)):
        yield given(draw, batch(draw, *shape), training=True)
    yield given(draw, batch(draw, 1, 2, 1, 1), training=False)
    yield given(draw, batch(draw, 1, 2, 1, 2), training=True)


@grader.check(
    "normalized", item=ITEM, agree=["inputs that changed"], needs=[running_var_moves_towards_the_unbiased_variance]
)
def nothing_else_is_written_to(draw: Draw) -> Iterator[Given]:
    """Training writes to the running statistics only, and eval mode to nothing."""
    for training in (True, False):
        yield given(draw, batch(draw, 4, 3), training=training)


@grader.check(
    "backward",
    item=ITEM,
    agree=["gradient of x", "gradient of weight", "gradient of bias"],
    needs=[the_batch_and_all_places_are_averaged],
    points=2,
)
def gradients_go_through_the_statistics_of_the_batch(draw: Draw) -> Iterator[Given]:
    """Gradients reach x, weight and bias; in training those of x come through the mean and the variance as well."""
    for shape, training in (((4, 3), True), ((2, 3, 2, 2), True), ((4, 3), False)):
        case = given(draw, batch(draw, *shape), training=training)
        for name in ("x", "weight", "bias"):
            case.inputs[name].requires_grad_()
        yield case


@grader.check(
    "backward",
    item=ITEM,
    agree=["running_mean requires grad", "running_var requires grad"],
    needs=[gradients_go_through_the_statistics_of_the_batch],
)
def the_running_statistics_keep_no_graph(draw: Draw) -> Iterator[Given]:
    """After a training step the running statistics are outside of the graph."""
    case = given(draw, batch(draw, 4, 3), training=True)
    for name in ("x", "weight", "bias"):
        case.inputs[name].requires_grad_()
    yield case


@grader.check("normalized", item=ITEM, agree=["output"], needs=[the_batch_and_all_places_are_averaged])
def every_layout_will_do(draw: Draw) -> Iterator[Given]:
    """A transposed x, one with gaps in memory, channels-last images and, in eval mode, an empty batch work too."""
    for training in (True, False):
        yield given(draw, batch(draw, 2, 3, 4).transpose(0, 2).contiguous().transpose(0, 2), training=training)
        yield given(draw, batch(draw, 3, 4, 6)[..., ::2], training=training)
        yield given(draw, batch(draw, 2, 3, 2, 4).to(memory_format=torch.channels_last), training=training)
    yield given(draw, draw.normal(0, 3, dtype=torch.float32), training=False)
    yield given(draw, draw.normal(1, 1, dtype=torch.float32), training=False)


@grader.check("normalized", item=ITEM, agree=["output"], needs=[the_batch_and_all_places_are_averaged])
def the_output_has_the_dtype_of_x(draw: Draw) -> Iterator[Given]:
    """The output has the dtype of x: double precision, and half precision beside float32 statistics."""
    yield given(draw, batch(draw, 4, 3, dtype=torch.float64), training=True)
    for dtype in (torch.float16, torch.bfloat16):
        for training in (True, False):
            yield given(draw, batch(draw, 4, 3, dtype=dtype), training=training, dtype=torch.float32)


@grader.check(
    "normalized",
    item=ITEM,
    agree=["output", "running_mean", "running_var"],
    tolerance=Tolerance(5e-3, 5e-3),
    needs=[running_var_moves_towards_the_unbiased_variance],
)
def values_far_from_zero_keep_their_variance(draw: Draw) -> Iterator[Given]:
    """A channel around 4000 with a spread of 1 is normalized as well as one around 0."""
    for sign in (1, -1):
        yield given(draw, sign * 4000 + draw.integers(-8, 9, 8, 2, dtype=torch.float32) / 8, training=True)


@grader.check("normalized", item=ITEM, needs=[running_var_moves_towards_the_unbiased_variance], mode="other_default")
def everything_stays_where_x_is(draw: Draw) -> Iterator[Given]:
    """With x and the statistics on the GPU, the output is there and the statistics stay there."""
    for training in (True, False):
        yield given(draw, batch(draw, 4, 3), training=training)
