"""Grades exercises/bce_with_logits.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
LOSS = "bce_with_logits"
RATIO = "pos_weight_from_targets"
DIMS = ("classes",)
HALF = Tolerance(6e-2, 2e-2)
"""For a few operations in bfloat16, which round at other places elsewhere."""

grader.leave_out(RATIO, "with gradient", because="Targets are labels; nothing is learned from how often they occur.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the mean loss, in units of log 2, of one positive that weighs 3 and three negatives.",
    distractors=[
        (1.0, "The mean would have to divide the weights out again for that. It divides by the number of elements, 4."),
        (3.0, "Only the positive weighs 3. Three negatives of weight 1 are in the mean too."),
        (0.75, "That is the positive alone: 3 / 4. The three negatives cost log 2 each as well."),
        (2.0, "The sum is 3 + 1 + 1 + 1 times log 2; it is divided by 4 elements, not by 3."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what three ways of combining a sigmoid and a loss give.",
    distractors=[
        (
            [0.4963, 0.4963, 0.4963],
            "The last one applies a sigmoid to a probability. All its scores then lie between 0 and 1.",
        ),
        ([0.599, 0.4963, 0.599], "nn.BCELoss wants probabilities, and the first line gives it probabilities."),
        ([0.4963, 0.599, 0.599], "The second line gives logits to a loss that wants logits: one sigmoid in total."),
    ],
)


def given(
    draw: Draw,
    *shape: int,
    reduction: str = "none",
    dtype: torch.dtype = torch.float32,
    weight: Tensor | None = None,
    pos_weight: Tensor | None = None,
) -> Given:
    """Ordinary logits, targets of 0 or 1, and the weights."""
    case = of(draw.normal(*shape, dtype=dtype, scale=2.0), draw.bits(*shape, dtype=dtype), reduction)
    case.inputs |= {"weight": weight, "pos_weight": pos_weight}
    given_weights = [name for name in ("weight", "pos_weight") if case.inputs[name] is not None]
    names = ", ".join(["input", "target", *(f"{name}={name}" for name in given_weights)])
    case.call = f"bce_with_logits({names}, reduction={reduction!r})"
    return case


def of(input: Tensor, target: Tensor, reduction: str = "none") -> Given:
    options = {"reduction": reduction}
    call = f"bce_with_logits(input, target, reduction={reduction!r})"
    return Given(call, input=input, target=target, weight=None, pos_weight=None, options=options)


def with_gradient(case: Given) -> Given:
    case.inputs["input"].requires_grad_()
    return case


def weights(draw: Draw, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Weights well away from 0 and from 1."""
    return draw.uniform(*shape, low=1.5, high=4.0, dtype=dtype)


def soft(draw: Draw, *shape: int) -> Tensor:
    """Targets between 0 and 1, some above a half and some below."""
    return 0.1 + 0.7 * draw.bits(*shape, dtype=torch.float32) + draw.uniform(*shape, high=0.1, dtype=torch.float32)


@grader.check("loss", item=LOSS, agree=["loss"])
def one_logit_costs_minus_log_of_the_probability_of_the_truth(draw: Draw) -> Iterator[Given]:
    """At target 1 a logit costs -log sigmoid(x), and at target 0 it costs -log(1 - sigmoid(x))."""
    for true in (1.0, 0.0):
        size = draw.uniform(low=0.8, high=2.5, dtype=torch.float32)
        yield of(torch.stack([size, -size]), torch.full((2,), true))
    yield given(draw, 3)


@grader.check(
    "loss", item=LOSS, agree=["loss"], needs=[one_logit_costs_minus_log_of_the_probability_of_the_truth], points=2
)
def every_element_has_its_own_loss(draw: Draw) -> Iterator[Given]:
    """With reduction="none" every element of input keeps its own loss, whatever the shape and the layout."""
    yield given(draw, 4, 3)
    yield given(draw, 2, 3, 4)
    yield given(draw)
    yield given(draw, 0, 3)
    turned = given(draw, 5, 4)
    turned.inputs |= {name: turned.inputs[name].t() for name in ("input", "target")}
    yield turned


@grader.check("loss", item=LOSS, agree=["loss"], needs=[every_element_has_its_own_loss], points=2)
def mean_and_sum_reduce_over_all_elements(draw: Draw) -> Iterator[Given]:
    """With reduction="mean", the default, or "sum" the loss is one number over all elements."""
    yield given(draw, 4, 3, reduction="mean")
    yield given(draw, 4, 3, reduction="sum")
    case = given(draw, 2, 3, 5)
    yield Given("bce_with_logits(input, target)", **case.inputs | {"options": {}})


@grader.check("loss", item=LOSS, agree=["loss"], needs=[every_element_has_its_own_loss], points=2)
def soft_targets_use_both_terms(draw: Draw) -> Iterator[Given]:
    """A target of 0.3 takes 0.3 of the positive term and 0.7 of the negative term."""
    yield of(draw.normal(3, 4, dtype=torch.float32, scale=2.0), soft(draw, 3, 4))


@grader.check("loss", item=LOSS, agree=["loss"], needs=[soft_targets_use_both_terms], points=3)
def pos_weight_multiplies_the_positive_term(draw: Draw) -> Iterator[Given]:
    """pos_weight multiplies y * log sigmoid(x) and nothing else; it may have any shape that broadcasts."""
    for pos_weight in (torch.tensor(3.0), weights(draw, 3), weights(draw, 4, 3)):
        yield given(draw, 4, 3, pos_weight=pos_weight)
    case = given(draw, 5, pos_weight=torch.tensor(4.0))
    case.inputs["target"] = soft(draw, 5)
    yield case


@grader.check("loss", item=LOSS, agree=["loss"], needs=[pos_weight_multiplies_the_positive_term], points=2)
def weight_multiplies_each_loss(draw: Draw) -> Iterator[Given]:
    """weight multiplies the whole loss of an element; it may have any shape that broadcasts."""
    for shape in ((3,), (4, 1), ()):
        yield given(draw, 4, 3, weight=weights(draw, *shape))
    yield given(draw, 4, 3, weight=weights(draw, 4, 1), pos_weight=weights(draw, 3))


@grader.check("loss", item=LOSS, agree=["loss"], needs=[weight_multiplies_each_loss])
def the_mean_divides_by_the_number_of_elements(draw: Draw) -> Iterator[Given]:
    """The mean is the sum of the weighted losses over the number of elements, whatever the weights add up to."""
    yield given(draw, 4, 3, reduction="mean", weight=weights(draw, 4, 1))
    yield given(draw, 4, 3, reduction="mean", pos_weight=weights(draw, 3))
    yield given(draw, 4, 3, reduction="sum", weight=weights(draw, 3), pos_weight=torch.tensor(2.5))


@grader.check("loss", item=LOSS, agree=["loss"], needs=[mean_and_sum_reduce_over_all_elements], tolerance=HALF)
def the_loss_has_the_dtype_of_the_logits(draw: Draw) -> Iterator[Given]:
    """The loss has the dtype of input, in half and in double precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        yield given(draw, 4, 3, dtype=dtype)
        yield given(draw, 3, 2, dtype=dtype, reduction="mean", pos_weight=weights(draw, 2, dtype=dtype))


@grader.check("loss", item=LOSS, agree=["inputs that changed"], needs=[every_element_has_its_own_loss])
def the_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes neither input nor target nor a weight."""
    yield given(draw, 4, 3, reduction="mean")
    yield given(draw, 4, 3, weight=weights(draw, 4, 3), pos_weight=weights(draw, 3))


@grader.check("loss_and_gradient", item=LOSS, agree=["gradient of input"], needs=[every_element_has_its_own_loss])
def the_gradient_reaches_the_logits(draw: Draw) -> Iterator[Given]:
    """The gradient reaches the logits of positives and of negatives, with every weight."""
    for reduction in ("none", "mean"):
        yield with_gradient(given(draw, 4, 3, dtype=torch.float64, reduction=reduction))
    yield with_gradient(given(draw, 4, 3, weight=weights(draw, 4, 1), pos_weight=weights(draw, 3), reduction="sum"))


@grader.check("loss_and_gradient", item=LOSS, needs=[the_gradient_reaches_the_logits], points=3)
def huge_logits_stay_finite(draw: Draw) -> Iterator[Given]:
    """At logits of 200, and at 20 and 40, the loss and its gradient are finite and right."""
    for true in (1.0, 0.0):
        input = torch.tensor([200.0, -200.0, 40.0, -40.0, 20.0, -20.0])
        yield with_gradient(of(input, torch.full((6,), true)))
    case = with_gradient(of(torch.tensor([200.0, -200.0, 12.0, -12.0]), torch.tensor([0.0, 1.0, 0.3, 0.8])))
    case.inputs["pos_weight"] = torch.tensor(3.0)
    case.call = "bce_with_logits(input, target, pos_weight=pos_weight, reduction='none')"
    yield case


@grader.check("loss", item=LOSS, agree=["loss"], needs=[every_element_has_its_own_loss])
def different_shapes_are_refused(draw: Draw) -> Iterator[Given]:
    """When input and target differ in shape it raises ValueError; nothing is broadcast."""
    for shape, other in (((3, 1), (3,)), ((4,), ()), ((3, 1), (3, 2)), ((2, 3), (3, 2))):
        yield of(draw.normal(*shape, dtype=torch.float32), draw.bits(*other, dtype=torch.float32))


@grader.check("loss", item=LOSS, agree=["loss"], needs=[mean_and_sum_reduce_over_all_elements])
def an_unknown_reduction_is_refused(draw: Draw) -> Iterator[Given]:
    """A reduction other than "mean", "sum" and "none" raises ValueError."""
    for reduction in ("average", "Mean", ""):
        yield given(draw, 3, reduction=reduction)


@grader.check("loss", item=LOSS, agree=["loss"], needs=[every_element_has_its_own_loss], mode="other_default")
def the_loss_is_computed_where_the_logits_live(draw: Draw) -> Iterator[Given]:
    """With every tensor on the GPU the loss is computed and returned there."""
    yield given(draw, 4, 3, reduction="mean", pos_weight=weights(draw, 3))


def counted(targets: Tensor, about: str) -> Given:
    return Given(f"pos_weight_from_targets(targets), where {about}", targets=targets)


def columns(draw: Draw, rows: int, *positives: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Targets with that many positives in each column, in no order."""
    one = torch.zeros(rows, len(positives), dtype=dtype)
    for column, count in enumerate(positives):
        one[torch.randperm(rows, generator=draw.generator)[:count], column] = 1
    return one


@grader.check("ratios", item=RATIO, agree=["pos_weight"], dims=DIMS, points=2)
def each_class_has_its_negatives_over_its_positives(draw: Draw) -> Iterator[Given]:
    """The weight of a class is the number of its negatives over the number of its positives."""
    yield counted(columns(draw, 8, 2, 4, 6), "2, 4 and 6 of 8 rows are positive")
    yield counted(columns(draw, 40, 19, 7), "19 and 7 of 40 rows are positive")
    yield counted(columns(draw, 3, 2, 1, 1, 2, 1).t().contiguous().t(), "targets is a transposed view")
    yield counted(columns(draw, 5, 5, 2), "all rows, and 2 of 5, are positive")


@grader.check(
    "ratios",
    item=RATIO,
    agree=["pos_weight"],
    dims=DIMS,
    needs=[each_class_has_its_negatives_over_its_positives],
)
def a_class_without_positives_counts_as_having_one(draw: Draw) -> Iterator[Given]:
    """Where a class has no positives its weight is the number of its negatives, and 0 where there are no rows."""
    yield counted(columns(draw, 6, 0, 3), "the first class has no positives")
    yield counted(columns(draw, 1, 0), "there is one row, and it is a negative")
    yield counted(torch.zeros(0, 3), "there are no rows")


@grader.check(
    "ratios",
    item=RATIO,
    agree=["pos_weight"],
    dims=DIMS,
    needs=[each_class_has_its_negatives_over_its_positives],
)
def targets_of_any_dtype_give_float32(draw: Draw) -> Iterator[Given]:
    """Targets may be bool, integer or floating; the weights are float32."""
    for dtype in (torch.bool, torch.int64, torch.uint8, torch.float64, torch.bfloat16):
        yield counted(columns(draw, 7, 2, 4, dtype=dtype), f"they are {str(dtype).removeprefix('torch.')}")


@grader.check(
    "ratios", item=RATIO, agree=["pos_weight"], dims=DIMS, needs=[targets_of_any_dtype_give_float32], points=2
)
def large_counts_stay_exact(draw: Draw) -> Iterator[Given]:
    """Thousands of rows are counted exactly, however few bits one target has."""
    yield counted(columns(draw, 5000, 2051, dtype=torch.float16), "2051 of 5000 rows are positive, in float16")
    yield counted(columns(draw, 700, 259, dtype=torch.bfloat16), "259 of 700 rows are positive, in bfloat16")
    yield counted(columns(draw, 700, 300, 17, dtype=torch.uint8), "300 and 17 of 700 rows are positive, in uint8")


@grader.check(
    "ratios",
    item=RATIO,
    agree=["inputs that changed"],
    needs=[each_class_has_its_negatives_over_its_positives],
)
def the_targets_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change the targets."""
    yield counted(columns(draw, 6, 2, 4), "2 and 4 of 6 rows are positive")
    yield counted(columns(draw, 6, 2, 4, dtype=torch.bool), "they are bool")


@grader.check(
    "ratios",
    item=RATIO,
    agree=["pos_weight"],
    dims=DIMS,
    needs=[each_class_has_its_negatives_over_its_positives],
    mode="other_default",
)
def the_weights_live_where_the_targets_live(draw: Draw) -> Iterator[Given]:
    """With targets on the GPU the weights are there too."""
    yield counted(columns(draw, 6, 2, 4), "2 and 4 of 6 rows are positive")
