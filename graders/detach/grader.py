"""Grades exercises/detach.py."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
ROUND = "ste_round"
LOSS = "simsiam_loss"
CALL = "simsiam_loss(p1, p2, z1, z2)"
HALF = Tolerance(6e-2, 2e-2)
"""For a mean of a few cosines in bfloat16, which add up in another order elsewhere."""

grader.leave_out(LOSS, "empty", because="The mean over a batch without rows is nan, however it is computed.")
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the gradient of a detached tensor that was told to require grad again, and that of its origin.",
    distractors=[
        ((None, None), "It is an ordinary tensor, and requires_grad_() makes it a leaf of a new graph."),
        (([6.0, 12.0], [18.0, 36.0]), "The new graph begins at d. It does not know where the numbers came from."),
        ((None, [18.0, 36.0]), "The graph begins at d, so d is where the gradient ends up."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what comes of backward(), and what `out` holds, after zeroing through detach().",
    distractors=[
        (
            ([0.1966, 0.105, 0.0452], [0.0, 0.0, 0.0]),
            "The slope of the sigmoid is computed from its output, which is gone; and autograd has seen the write.",
        ),
        (
            ([0.1966, 0.105, 0.0452], [0.7311, 0.8808, 0.9526]),
            "detach() copies nothing: both tensors look into the same memory.",
        ),
        (([0.0, 0.0, 0.0], [0.0, 0.0, 0.0]), "That is what .data gives. A write through detach() is counted."),
        ((True, [0.7311, 0.8808, 0.9526]), "detach() copies nothing: both tensors look into the same memory."),
        ((False, [0.0, 0.0, 0.0]), "The message is about a tensor that an in-place operation has changed."),
    ],
)


def given(x: Tensor) -> Given:
    return Given("ste_round(x)", x=x)


@grader.check("rounded", item=ROUND, agree=["result"], points=1)
def the_values_are_those_of_round(draw: Draw) -> Iterator[Given]:
    """Every value is rounded as torch.round rounds it, halves to the even neighbour."""
    yield given(draw.normal(6, dtype=torch.float32, scale=3.0))
    yield given(torch.tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]))
    yield given(draw.normal(3, 4, dtype=torch.float32, scale=30.0).t())
    yield given(draw.uniform(low=2.6, high=3.4, dtype=torch.float32))
    yield given(torch.zeros(0, 3))


@grader.check("passed_on", item=ROUND, needs=[the_values_are_those_of_round], points=3)
def the_gradient_passes_unchanged(draw: Draw) -> Iterator[Given]:
    """The gradient that arrives at the result reaches x as it is, even where it is infinite."""
    for shape, infinite in (((3,), False), ((2, 3), False), ((7,), True)):
        x, arriving = (draw.normal(*shape, dtype=torch.float32, scale=3.0) for _ in range(2))
        if infinite:
            arriving[1] = math.inf  # a loss that was scaled up too far; the scaler must see it
        yield Given("ste_round(x).backward(arriving)", x=x.requires_grad_(), arriving=arriving)


@grader.check("rounded", item=ROUND, agree=["inputs that changed"], needs=[the_values_are_those_of_round])
def x_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change x."""
    yield given(draw.normal(5, dtype=torch.float32, scale=3.0))


@grader.check("rounded", item=ROUND, agree=["result"], needs=[the_values_are_those_of_round])
def the_result_has_the_dtype_of_x(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of x, in half and in double precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        yield given(draw.normal(5, dtype=dtype, scale=3.0))


@grader.check("rounded", item=ROUND, agree=["result"], needs=[the_values_are_those_of_round], mode="other_default")
def rounding_happens_where_x_lives(draw: Draw) -> Iterator[Given]:
    """With x on the GPU the result is there too."""
    yield given(draw.normal(2, 3, dtype=torch.float32, scale=3.0))


def views(draw: Draw, batch: int, features: int, dtype: torch.dtype = torch.float32) -> Given:
    shape = (batch, features)
    return Given(CALL, **{name: draw.normal(*shape, dtype=dtype) + 0.3 for name in ("p1", "p2", "z1", "z2")})


def leaves(draw: Draw, batch: int, features: int) -> Given:
    case = views(draw, batch, features, torch.float64)
    for tensor in case.inputs.values():
        tensor.requires_grad_()
    case.call += ".backward()"
    return case


@grader.check("loss", item=LOSS, agree=["loss"], points=2)
def each_prediction_is_compared_with_the_other_view(draw: Draw) -> Iterator[Given]:
    """The loss is minus the average of the mean cosines of p1 with z2 and of p2 with z1."""
    yield views(draw, 1, 3)
    yield views(draw, 4, 3)
    yield views(draw, 2, 5)
    yield views(draw, 1, 1)
    turned = views(draw, 5, 2)
    turned.inputs |= {name: draw.normal(2, 5, dtype=torch.float32).t() for name in ("p1", "p2")}
    yield turned


@grader.check(
    "loss_gradients",
    item=LOSS,
    agree=["gradient of p1", "gradient of p2"],
    needs=[each_prediction_is_compared_with_the_other_view],
    points=2,
)
def the_predictions_learn(draw: Draw) -> Iterator[Given]:
    """The gradients of the loss reach p1 and p2."""
    yield leaves(draw, 1, 3)
    yield leaves(draw, 4, 3)


@grader.check(
    "loss_gradients",
    item=LOSS,
    agree=["gradient of z1", "gradient of z2"],
    needs=[the_predictions_learn],
    points=2,
)
def the_targets_do_not(draw: Draw) -> Iterator[Given]:
    """No gradient of the loss reaches z1 or z2."""
    yield leaves(draw, 1, 3)
    yield leaves(draw, 4, 3)


@grader.check("loss", item=LOSS, agree=["inputs that changed"], needs=[each_prediction_is_compared_with_the_other_view])
def all_four_inputs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call changes no value of its inputs."""
    yield views(draw, 3, 4)


@grader.check("targets", item=LOSS, needs=[the_targets_do_not], points=2)
def the_encoder_learns_through_the_predictions(draw: Draw) -> Iterator[Given]:
    """z1 and z2 still require grad afterwards, and their encoder learns through p1 and p2."""
    for encoded in (False, True):
        view1, view2 = draw.normal(4, 3), draw.normal(4, 3)
        encoder, predictor = draw.normal(3, 3).requires_grad_(), draw.normal(3, 3).requires_grad_()
        names = "z1, z2 = view1 @ encoder, view2 @ encoder" if encoded else "z1 and z2 are leaves"
        tensors = {"view1": view1, "view2": view2, "encoder": encoder, "predictor": predictor}
        yield Given(f"simsiam_loss(z1 @ predictor, z2 @ predictor, z1, z2), where {names}", encoded=encoded, **tensors)


@grader.check(
    "loss",
    item=LOSS,
    agree=["loss"],
    needs=[each_prediction_is_compared_with_the_other_view],
    tolerance=HALF,
)
def the_loss_has_the_dtype_of_its_inputs(draw: Draw) -> Iterator[Given]:
    """The loss has the dtype of its inputs, in half and in double precision too."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        yield views(draw, 3, 4, dtype)


@grader.check(
    "loss",
    item=LOSS,
    agree=["loss"],
    needs=[each_prediction_is_compared_with_the_other_view],
    mode="other_default",
)
def the_loss_is_computed_where_its_inputs_live(draw: Draw) -> Iterator[Given]:
    """With its inputs on the GPU the loss is computed there."""
    yield views(draw, 3, 4)
